import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { importProblemText } from '../../../../electron/wording/import/problems.ts'
import type { ImportReading } from '../../../../electron/contract/sharing.ts'
import { hrefOf } from '../../../route.ts'
import type { Importing } from '../../../state/importing.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Refusal } from '../Refusal.tsx'

interface Props {
  reading: Extract<ImportReading, { kind: 'encrypted' }>
  importing: Importing
}

/** What is encrypted has to be opened first, or is left out. */
export function EncryptedPanel({ reading: { importId, to, partly, problem }, importing }: Props) {
  const [passphrase, setPassphrase] = useState('')
  const busy = importing.pending !== null
  const what = partly ? 'The secrets in it are encrypted' : 'It is encrypted'
  return (
    <Stack gap={12} maw={640}>
      <Problem
        tone="info"
        word="Information"
        title={`${what} ${to === 'passphrase' ? 'to a passphrase' : 'to a recipient'}`}
      >
        <Text size="sm">
          {to === 'passphrase' ? (
            'Ask the sender for the passphrase.'
          ) : (
            <>
              None of your keys can decrypt this file. Ask for an export to your recipient, which is in{' '}
              <a href={hrefOf({ kind: 'settings' })}>Settings, Sharing keys</a>.
            </>
          )}
        </Text>
      </Problem>
      <Refusal title="It was not opened" message={problem && importProblemText(problem)} />
      {to === 'passphrase' ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (passphrase !== '') void importing.open(importId, passphrase)
          }}
        >
          <Group gap={6} align="flex-end">
            <PasswordInput
              flex={1}
              label="Passphrase"
              autoComplete="off"
              data-autofocus
              value={passphrase}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
            />
            <Button type="submit" disabled={busy || passphrase === ''}>
              Open
            </Button>
          </Group>
        </form>
      ) : null}
      {partly ? (
        <Group>
          <Button variant="default" disabled={busy} onClick={() => void importing.open(importId, null)}>
            Continue without the secrets
          </Button>
        </Group>
      ) : null}
    </Stack>
  )
}
