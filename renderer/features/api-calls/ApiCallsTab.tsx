import { Skeleton } from '@mantine/core'
import type { ApiCall } from '../../../electron/contract/api-call.ts'
import { useApiCalls, useNewApiCallId } from '../../queries/api-calls.ts'
import { chosenCalls } from '../../state/chosen-calls.ts'
import { useIntent } from '../../state/intents.ts'
import { useKept } from '../../state/kept.ts'
import { ApiCallForm } from './ApiCallForm.tsx'
import './api-calls.css'
import { CallBanner } from './CallBanner.tsx'
import { SavedCalls } from './SavedCalls.tsx'

/** The calls of an environment at the left; the one that is chosen, and what it was answered, beside them. */
export function ApiCallsTab({ environmentId }: { environmentId: string }) {
  const calls = useApiCalls(environmentId).data
  const [newId, renewId] = useNewApiCallId(environmentId)
  const [chosen, setChosen] = useKept(chosenCalls, environmentId)
  const choose = (id: string) => setChosen(() => id)
  useIntent(calls === undefined ? null : environmentId, 'new_call', () => choose(''))
  if (calls === undefined) return <Skeleton h={120} />
  const call: ApiCall | null = calls.find(({ id }) => id === chosen) ?? (chosen === '' ? null : (calls[0] ?? null))
  const id = call?.id ?? newId
  return (
    <div className="calls-page top">
      <CallBanner environmentId={environmentId} callId={id} />
      <div className="calls">
        <SavedCalls environmentId={environmentId} calls={calls} chosen={call} onChoose={choose} />
        <div className="call">
          <ApiCallForm
            key={`${call?.id} ${call?.url}`}
            environmentId={environmentId}
            call={call}
            id={id}
            onSaved={(saved) => {
              if (saved === newId) renewId()
              choose(saved)
            }}
          />
        </div>
      </div>
    </div>
  )
}
