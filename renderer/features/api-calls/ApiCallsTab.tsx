import { Skeleton } from '@mantine/core'
import type { ApiCall } from '../../../electron/contract/api-call.ts'
import { useApiCalls, useNewApiCallId } from '../../queries/api-calls.ts'
import { createKept, useKept } from '../../state/kept.ts'
import { ApiCallForm } from './ApiCallForm.tsx'
import { SavedCalls } from './SavedCalls.tsx'

/** The id of the call that is chosen, by environment; empty for the one that is being written. */
const chosenCalls = createKept<string | null>(null)

export function ApiCallsTab({ environmentId }: { environmentId: string }) {
  const calls = useApiCalls(environmentId).data
  const [newId, renewId] = useNewApiCallId(environmentId)
  const [chosen, setChosen] = useKept(chosenCalls, environmentId)
  if (calls === undefined) return <Skeleton h={120} />
  const choose = (id: string) => setChosen(() => id)
  const call: ApiCall | null = calls.find(({ id }) => id === chosen) ?? (chosen === '' ? null : (calls[0] ?? null))
  return (
    <>
      <SavedCalls environmentId={environmentId} calls={calls} chosen={call} onChoose={choose} />
      <ApiCallForm
        key={`${call?.id} ${call?.url}`}
        environmentId={environmentId}
        call={call}
        id={call?.id ?? newId}
        onSaved={(id) => {
          if (id === newId) renewId()
          choose(id)
        }}
      />
    </>
  )
}
