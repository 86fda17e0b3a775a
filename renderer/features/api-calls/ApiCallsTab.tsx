import { Skeleton } from '@mantine/core'
import type { ApiCallSummary } from '../../../electron/contract/api-call.ts'
import { useApiCall, useApiCalls, useNewApiCallId } from '../../queries/api-calls.ts'
import { chosenCalls } from '../../state/chosen-calls.ts'
import { useIntent } from '../../state/intents.ts'
import { useKept } from '../../state/kept.ts'
import { ApiCallForm } from './request/ApiCallForm.tsx'
import './api-calls.css'
import { CallBanner } from './CallBanner.tsx'
import { SavedCalls } from './list/SavedCalls.tsx'

/** The calls of an environment at the left; the one that is chosen, and what it was answered, beside them. */
export function ApiCallsTab({ environmentId }: { environmentId: string }) {
  const calls = useApiCalls(environmentId).data
  const [newId, renewId] = useNewApiCallId(environmentId)
  const [chosen, setChosen] = useKept(chosenCalls, environmentId)
  const choose = (id: string) => setChosen(() => id)
  useIntent(calls === undefined ? null : environmentId, 'new_call', () => choose(''))
  const listed = calls === undefined ? null : chosenOf(calls, chosen)
  const whole = useApiCall(listed?.id ?? null).data
  if (calls === undefined) return <Skeleton h={120} />
  // While it is read, and where it is gone, there is nothing to edit.
  const call = listed === null ? null : whole
  const id = listed?.id ?? newId
  return (
    <div className="calls-page top">
      <CallBanner environmentId={environmentId} callId={id} name={listed?.name ?? ''} />
      <div className="calls">
        <SavedCalls environmentId={environmentId} calls={calls} chosen={listed} onChoose={choose} />
        <div className="call">
          {call === undefined ? null : (
            <ApiCallForm
              key={id}
              environmentId={environmentId}
              call={call}
              id={id}
              onSaved={(saved) => {
                if (saved === newId) renewId()
                choose(saved)
              }}
            />
          )}
        </div>
      </div>
    </div>
  )
}

/** The one that was chosen, while it is there; else the first. Null for the one that is being written. */
function chosenOf(calls: readonly ApiCallSummary[], chosen: string | null): ApiCallSummary | null {
  return calls.find(({ id }) => id === chosen) ?? (chosen === '' ? null : (calls[0] ?? null))
}
