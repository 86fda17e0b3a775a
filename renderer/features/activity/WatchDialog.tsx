import { Button, Checkbox, Group, Modal, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import type { WatchState } from '../../../electron/contract/watch.ts'
import { watchMinutes } from '../../../electron/vocabulary/watch.ts'
import { useApiCalls } from '../../queries/api-calls.ts'
import { useEndWatch, useSetWatch } from '../../queries/watches.ts'
import { Problem } from '../../ui/Problem.tsx'
import { everyText, oftenText, tooMany, watchLines } from './watch-text.ts'

interface Props {
  environmentId: string
  /** What is watched; null for nothing yet. */
  watch: WatchState | null
  onClose: () => void
}

const usualMinutes = 15

/** How often an environment is asked for a token by itself, and what is checked then. */
export function WatchDialog({ environmentId, watch, onClose }: Props) {
  const [minutes, setMinutes] = useState(watch?.minutes ?? usualMinutes)
  const [chosenCall, setCallId] = useState(watch?.callId ?? null)
  const [introspects, setIntrospects] = useState(watch?.introspects ?? false)
  const found = useApiCalls(environmentId).data
  const calls = found ?? []
  // It may be deleted.
  const callId = found === undefined || found.some(({ id }) => id === chosenCall) ? chosenCall : null
  const set = useSetWatch()
  const end = useEndWatch()
  const offered = [...new Set([...watchMinutes, minutes])].toSorted((one, other) => one - other)
  const requests = 1 + Number(callId !== null) + Number(introspects)
  const save = () =>
    set.mutate(
      { environmentId, minutes, callId, introspects },
      { onSuccess: (isSet) => (isSet ? onClose() : undefined) },
    )
  const problem = set.data === false ? tooMany : (set.error ?? end.error)?.message
  return (
    <Modal
      opened
      onClose={onClose}
      title="Watch this environment"
      size={440}
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap={12}>
        <p className="step-hint">
          Requests a token regularly and verifies its signature and claims, so that an outage or a change is noticed and
          dated. A token that is not a JWT is not verified.
        </p>
        <NativeSelect
          label="Request a token every"
          data={offered.map((value) => ({ value: String(value), label: everyText(value) }))}
          value={String(minutes)}
          onChange={({ currentTarget }) => setMinutes(Number(currentTarget.value))}
        />
        <NativeSelect
          label="Then send"
          data={[
            { value: '', label: 'No API call' },
            ...calls.map(({ id, name, method, url }) => ({
              value: id,
              label: name === '' ? `${method} ${url}` : name,
            })),
          ]}
          value={callId ?? ''}
          onChange={({ currentTarget: { value } }) => setCallId(value === '' ? null : value)}
        />
        <Checkbox
          size="xs"
          label="Introspect the token"
          checked={introspects}
          onChange={({ currentTarget }) => setIntrospects(currentTarget.checked)}
        />
        <p className="step-hint" role="status">
          {oftenText(minutes, requests)}
        </p>
        {watch === null ? null : (
          <ul className="watch-state" aria-label="State of the watch">
            {watchLines(watch).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {problem === undefined ? null : (
          <Problem tone="bad" word="Error" title="The watch was not changed">
            {problem}
          </Problem>
        )}
        <Group justify="flex-end" gap={8}>
          {watch === null ? null : (
            <Button
              variant="default"
              mr="auto"
              loading={end.isPending}
              onClick={() => end.mutate(environmentId, { onSuccess: onClose })}
            >
              Stop watching
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={set.isPending} onClick={save}>
            {watch === null ? 'Start watching' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
