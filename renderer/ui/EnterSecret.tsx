import { Button, Group, PasswordInput } from '@mantine/core'
import { useState } from 'react'

interface Props {
  label: string
  action: string
  pending: boolean
  error: string | null
  focused?: boolean
  onEnter: (value: string) => void
}

/** Takes one secret and hands it on, by its button or by Enter. It may be within a form without sending that. */
export function EnterSecret({ label, action, pending, error, focused = false, onEnter }: Props) {
  const [typed, setTyped] = useState('')
  const enter = () => {
    if (typed !== '' && !pending) onEnter(typed)
  }
  return (
    <Group gap={8} align="flex-start" wrap="nowrap" maw={460}>
      <PasswordInput
        label={label}
        autoComplete="off"
        flex={1}
        miw={0}
        data-autofocus={focused || undefined}
        ref={focused ? focusAtFirst : undefined}
        value={typed}
        error={error}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          enter()
        }}
      />
      <Button mt={21} loading={pending} disabled={typed === ''} onClick={enter}>
        {action}
      </Button>
    </Group>
  )
}

const focusAtFirst = (input: HTMLInputElement | null): void => input?.focus()
