import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { sharingKeyProblemText } from '../../../../electron/wording/sharing-keys.ts'
import { recipientRule } from '../../../../electron/vocabulary/sharing-rules.ts'
import { problemOf } from '../../../../electron/vocabulary/text-rule.ts'
import { useChangeSharingKeys } from '../../../queries/sharing-keys.ts'
import { Refusal } from '../Refusal.tsx'

/** Adds someone to encrypt to. `onAdded` gets the recipient. */
export function AddRecipient({ onAdded }: { onAdded?: (recipient: string) => void }) {
  const [name, setName] = useState('')
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const save = useChangeSharingKeys('saveRecipient')
  const problem = problemOf(recipientRule, typed)
  const add = () => {
    setTried(true)
    if (name.trim() === '' || problem !== null) return
    const recipient = typed.trim()
    save.mutate(
      { name, recipient },
      {
        onSuccess: ({ kind }) => {
          if (kind === 'refused') return
          setName('')
          setTyped('')
          setTried(false)
          onAdded?.(recipient)
        },
      },
    )
  }
  return (
    <form
      aria-label="Add a recipient"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Stack gap={8}>
        <Group gap={6} align="flex-start" wrap="nowrap">
          <TextInput
            flex={1}
            label="Name"
            maxLength={200}
            value={name}
            error={tried && name.trim() === '' ? 'Give it a name.' : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            flex={2}
            label="Recipient"
            placeholder="age1…"
            spellCheck={false}
            value={typed}
            error={tried ? problem : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" mt={22} style={{ flexShrink: 0 }} loading={save.isPending}>
            Add
          </Button>
        </Group>
        <Refusal
          title="Not added"
          message={
            save.data?.kind === 'refused' ? sharingKeyProblemText(save.data.reason) : (save.error?.message ?? null)
          }
        />
      </Stack>
    </form>
  )
}
