import { useCallback, useMemo } from 'react'
import type { Retry } from '../../diagnosis/WayOut.tsx'
import { useSteps } from '../../queries/action.ts'
import { ofHeldToken } from '../../queries/held-action.ts'
import { intend } from '../../state/intents.ts'
import { apiCallSubject, done } from '../../state/runs.ts'

const options = {}

/** Sends a call once more as it was sent last, with the token that may be used, or with a new one. */
export function useCallAgain(environmentId: string, callId: string): Retry {
  const subject = apiCallSubject(environmentId, callId)
  const { again: asBefore } = useSteps('sendApiCall', subject, options)
  const again = useCallback(() => {
    // A pasted token is not kept with what was sent: only the form has it.
    if (done.sendApiCall.get(subject)?.input.token === undefined) asBefore()
    else intend(subject, 'send')
  }, [asBefore, subject])
  const { run } = useSteps('requestToken', environmentId, ofHeldToken)
  return useMemo(
    () => ({
      again,
      withNewToken: () => run({ environmentId }, ({ kind }) => (kind === 'issued' ? again() : undefined)),
    }),
    [again, run, environmentId],
  )
}
