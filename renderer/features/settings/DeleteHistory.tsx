import { Button, Group, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEnvironments } from '../../queries/environments.ts'
import { useDeleteHistory, useHistoryFacts, useHistoryToDelete } from '../../queries/history.ts'
import { count } from '../../ui/count.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { type Deletion, deletionFilter } from './deletion-filter.ts'
import { deletionText } from './history-text.ts'

/** Deletes what is recorded, after a question that says how much it is. */
export function DeleteHistory() {
  const [isAsked, setAsked] = useState(false)
  const remove = useDeleteHistory()
  return (
    <Stack gap={8} role="group" aria-label="Delete history">
      {isAsked ? (
        <Choice
          isPending={remove.isPending}
          onKeep={() => setAsked(false)}
          onDelete={(searchId) => remove.mutate({ kind: 'search', searchId }, { onSuccess: () => setAsked(false) })}
        />
      ) : (
        <Button
          variant="default"
          w="fit-content"
          onClick={() => {
            remove.reset()
            setAsked(true)
          }}
        >
          Delete history…
        </Button>
      )}
      {remove.error === null ? null : <CallFailed error={remove.error} />}
      {remove.data === undefined ? null : (
        <Text size="sm" c="var(--ok)" role="status">
          {count(remove.data, 'exchange')} deleted.
        </Text>
      )}
    </Stack>
  )
}

interface ChoiceProps {
  isPending: boolean
  onKeep: () => void
  onDelete: (searchId: string) => void
}

function Choice({ isPending, onKeep, onDelete }: ChoiceProps) {
  const environments = [...(useEnvironments().data ?? []), ...(useHistoryFacts().data?.goneEnvironments ?? [])]
  const [what, setWhat] = useState<Deletion['kind']>('older')
  const [typed, setTyped] = useState('30')
  const [chosenId, setChosenId] = useState('')
  const [asked] = useState(() => Date.now())
  const environmentId = chosenId === '' ? (environments[0]?.id ?? '') : chosenId
  const isNumber = /^\d{1,5}$/.test(typed.trim())
  const days = isNumber ? Number(typed) : Number.NaN
  const filter = what === 'older' && !isNumber ? null : deletionFilter({ kind: what, days, environmentId }, asked)
  const found = useHistoryToDelete(filter)
  const { toDelete = null, stay = 0 } = found.data ?? {}
  return (
    <Stack gap={8} className="panel">
      <Radio.Group
        label="Delete"
        value={what}
        onChange={(value) => setWhat(value === 'older' || value === 'environment' ? value : 'all')}
      >
        <Stack gap={6} mt={4}>
          <Radio size="xs" value="older" label="What is older" />
          <Radio size="xs" value="environment" label="What one environment sent" />
          <Radio size="xs" value="all" label="All of it" />
        </Stack>
      </Radio.Group>
      {what === 'older' ? (
        <TextInput
          label="Older than (days)"
          inputMode="numeric"
          maw={160}
          value={typed}
          error={isNumber ? null : 'Enter a whole number of days.'}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      ) : null}
      {what === 'environment' ? (
        <NativeSelect
          label="Environment"
          maw={420}
          data={environments.map(({ id, name }) => ({ value: id, label: name }))}
          value={environmentId}
          onChange={({ currentTarget }) => setChosenId(currentTarget.value)}
        />
      ) : null}
      {found.error === null ? null : <CallFailed error={found.error} />}
      <Text size="sm" role="status">
        {toDelete === null ? (filter === null ? '' : 'Counting…') : deletionText(toDelete.count, stay)}
      </Text>
      <Group gap={8}>
        <Button
          color="red.9"
          disabled={toDelete === null || toDelete.count === 0}
          loading={isPending}
          onClick={() => toDelete !== null && onDelete(toDelete.searchId)}
        >
          {toDelete === null ? 'Delete' : `Delete ${count(toDelete.count, 'exchange')}`}
        </Button>
        <Button variant="default" disabled={isPending} onClick={onKeep}>
          Keep all
        </Button>
      </Group>
    </Stack>
  )
}
