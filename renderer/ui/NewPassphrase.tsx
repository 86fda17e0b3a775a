import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { passphraseMinimum } from '../../electron/vocabulary/limits.ts'
import { passphraseHint } from '../../electron/wording/passphrase.ts'

interface Props {
  action: string
  pending: boolean
  onEnter: (passphrase: string) => void
  onCancel: () => void
}

/** A passphrase for the workspace, typed twice. It may be within a form without sending that. */
export function NewPassphrase({ action, pending, onEnter, onCancel }: Props) {
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const fits = typed.length >= passphraseMinimum
  const enter = () => {
    setTried(true)
    if (fits && typed === again && !pending) onEnter(typed)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    enter()
  }
  return (
    <Stack gap={8} maw={460}>
      <PasswordInput
        label="New passphrase"
        ref={focusAtFirst}
        autoComplete="new-password"
        description={passphraseHint(typed)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={tried && !fits ? `At least ${passphraseMinimum} characters.` : null}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <PasswordInput
        label="New passphrase again"
        autoComplete="new-password"
        error={tried && fits && typed !== again ? 'The two are not the same.' : null}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Text size="sm">
        It cannot be recovered: without it, the stored secrets are lost and have to be entered again. It is asked for
        once after each start.
      </Text>
      <Group gap={8}>
        <Button loading={pending} onClick={enter}>
          {action}
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}

const focusAtFirst = (input: HTMLInputElement | null): void => input?.focus()
