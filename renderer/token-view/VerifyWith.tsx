import { Button, Group, NativeSelect, PasswordInput, Stack, Textarea } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { KeySource } from '../../electron/contract/verification.ts'
import {
  encodingLabels,
  keyLabels,
  keyKindOf,
  type KeyKinds,
  keySourceOf,
  type KeyDraft,
  verifyLabels,
} from './key-choice.ts'

interface Props {
  draft: KeyDraft
  onChange: (draft: KeyDraft) => void
  kinds: KeyKinds
  isPending: boolean
  /** What is wrong with what was typed, or null. */
  problem: string | null
  onVerify: (keys: KeySource) => void
  /** Stands before the choice of keys. */
  children?: ReactNode
}

const forgotten = 'It is forgotten when you leave this page, and never stored.'

/** With which keys to verify, and the button that does it. */
export const VerifyWith = memo(function VerifyWith({
  draft,
  onChange,
  kinds,
  isPending,
  problem,
  onVerify,
  children,
}: Props) {
  const kind = keyKindOf(draft, kinds)
  const source = keySourceOf(draft, kind)
  return (
    <Stack gap={8}>
      <Group gap={8} align="flex-end">
        {children}
        <NativeSelect
          label="Verify with"
          flex="0 1 210px"
          miw={0}
          value={kind}
          data={kinds.map((value) => ({ value, label: keyLabels[value] }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...draft, kind: kinds.find((one) => one === value) ?? kind })
          }
        />
        <Button
          variant="default"
          style={{ flexShrink: 0 }}
          leftSection={<IconShieldCheck size={14} />}
          disabled={source === null || isPending}
          onClick={() => source !== null && onVerify(source)}
        >
          {verifyLabels[kind]}
        </Button>
      </Group>
      {kind === 'key' ? (
        <Textarea
          label="Key"
          description={`A JWKS, JWK, PEM or certificate. ${forgotten}`}
          rows={5}
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: 'typed-bytes' }}
          value={draft.key}
          error={problem}
          onChange={(event) => onChange({ ...draft, key: event.currentTarget.value })}
        />
      ) : null}
      {kind === 'secret' ? (
        <Group gap={8} align="flex-start" wrap="nowrap">
          <PasswordInput
            label="Shared secret"
            description={`For tokens that were signed with HS256, HS384 or HS512. ${forgotten}`}
            autoComplete="off"
            flex={1}
            miw={0}
            value={draft.secret}
            error={problem}
            onChange={(event) => onChange({ ...draft, secret: event.currentTarget.value })}
          />
          <NativeSelect
            label="Encoding"
            description="How the secret is written."
            value={draft.encoding}
            data={encodings.map((value) => ({ value, label: encodingLabels[value] }))}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...draft, encoding: encodings.find((one) => one === value) ?? draft.encoding })
            }
          />
        </Group>
      ) : null}
    </Stack>
  )
})

const encodings = ['utf-8', 'base64url', 'hex'] as const
