import { capital } from '../../electron/common/capital.ts'
import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { checkSentence } from '../../electron/wording/checks/sentences.ts'
import type { DecodedToken } from '../../electron/contract/decoded-token.ts'
import type { OpenedToken, OpeningKey } from '../../electron/contract/opened-token.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { visible } from '../../electron/common/visible.ts'
import { MembersTable } from './MembersTable.tsx'
import { CallFailed, Problem } from '../ui/Problem.tsx'
import { Region } from '../ui/Region.tsx'
import { StateIcon } from '../ui/StateIcon.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { typedKeyProblem } from './typed-key-problem.ts'

interface Props {
  jwe: Extract<DecodedToken, { kind: 'jwe' }>
  opened: OpenedToken | null
  /** Chooses the environment whose key is tried, where it is not given. */
  choice?: ReactNode
  /** The environment whose key may be tried, or null. */
  environment: string | null
  onOpen: (key: OpeningKey) => void
  pendingSince: number | null
  onCancel: () => void
  error: Error | null
  /** What kept it from being opened, with the way out. */
  notSent: ReactNode
}

/** A JWE: what is known of it, and the ways to open it. What was inside is shown beside it. @see RFC 7516 */
export function EncryptedPanel({
  jwe,
  opened,
  choice,
  environment,
  onOpen,
  pendingSince,
  onCancel,
  error,
  notSent,
}: Props) {
  const [key, setKey] = useState('')
  const isPending = pendingSince !== null
  const isOpened = opened?.kind === 'opened'
  return (
    <Region name="Encrypted for the API" title={isOpened ? 'Encrypted for the API: opened' : 'Encrypted for the API'}>
      <Stack gap={8}>
        {opened?.kind === 'opened' ? (
          <Opened by={opened.by} jwe={jwe} />
        ) : (
          <>
            <Text size="sm" c="dimmed">
              Only the holder of the key can read the claims: usually the API that the token is for. The encrypted key
              has {jwe.encryptedKeyBytes} bytes, the encrypted content {jwe.ciphertextBytes}.
            </Text>
            <Group gap={8} align="flex-end" wrap="nowrap">
              {choice}
              <Button
                variant="default"
                style={{ flexShrink: 0 }}
                disabled={isPending || environment === null}
                onClick={() => onOpen({ kind: 'environment' })}
              >
                Open with the environment’s key
              </Button>
            </Group>
            <Disclosure title="Open with a pasted key" open={environment === null}>
              <Stack gap={8}>
                <Textarea
                  label="Private key"
                  description="A private JWK or PEM, or the shared secret. It is forgotten when you leave this page, and never stored."
                  rows={4}
                  autoComplete="off"
                  spellCheck={false}
                  classNames={{ input: key === '' ? 'typed-bytes' : 'typed-bytes hidden-text' }}
                  value={key}
                  error={typedKeyProblem(opened)}
                  onChange={(event) => setKey(event.currentTarget.value)}
                />
                <Button
                  variant="default"
                  w="fit-content"
                  disabled={isPending || key.trim() === ''}
                  onClick={() => onOpen({ kind: 'key', text: key })}
                >
                  Open with this key
                </Button>
              </Stack>
            </Disclosure>
          </>
        )}
        {isPending ? <Waiting since={pendingSince} what="Opening" onCancel={onCancel} /> : null}
        {error === null ? null : <CallFailed error={error} />}
        {notSent}
        {opened?.kind === 'closed' && !isPending ? <Closed opened={opened} /> : null}
      </Stack>
    </Region>
  )
}

const openers: Readonly<Record<Extract<OpenedToken, { kind: 'opened' }>['by'], string>> = {
  private_key: 'the private key of the environment',
  client_secret: 'the client secret of the environment',
  key: 'the pasted key',
}

function Opened({ by, jwe }: Pick<Extract<OpenedToken, { kind: 'opened' }>, 'by'> & Pick<Props, 'jwe'>) {
  return (
    <div className="panel">
      <Group gap={8} wrap="nowrap" role="status">
        <StateIcon tone="good" word="Opened" />
        <Text size="sm">Opened with {openers[by]}. What is shown is what was inside.</Text>
      </Group>
      <Disclosure title="Header of the encryption" open={false}>
        <MembersTable members={jwe.header.members} place="header" what="parameters" />
      </Disclosure>
    </div>
  )
}

function Closed({ opened }: { opened: Extract<OpenedToken, { kind: 'closed' }> }) {
  return (
    <Problem tone="info" word="Information" title="Not opened">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {visible(capital(checkSentence(opened)))}.
      </Text>
      <Text size="sm" c="dimmed">
        Try the private key of the API that the token is for. Without it, ask the authorization server what the token
        stands for: Introspection.
      </Text>
    </Problem>
  )
}
