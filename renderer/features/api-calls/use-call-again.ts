import { useMemo } from 'react'
import type { Retry } from '../../diagnosis/WayOut.tsx'
import { useSteps } from '../../queries/action.ts'
import { ofHeldToken } from '../../queries/held-action.ts'
import { apiCallSubject } from '../../state/runs.ts'

const options = {}

/** Sends a call once more as it was sent last, with the token that may be used, or with a new one. */
export function useCallAgain(environmentId: string, callId: string): Retry {
  const { again } = useSteps('sendApiCall', apiCallSubject(environmentId, callId), options)
  const { run } = useSteps('requestToken', environmentId, ofHeldToken)
  return useMemo(
    () => ({
      again,
      withNewToken: () => run({ environmentId }, ({ kind }) => (kind === 'issued' ? again() : undefined)),
    }),
    [again, run, environmentId],
  )
}
