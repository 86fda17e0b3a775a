import type { Action } from '../../../queries/action.ts'
import { useArriving } from '../../../state/runs.ts'
import { Waiting } from '../../../ui/Waiting.tsx'

interface Props {
  send: Pick<Action<'sendApiCall'>, 'pendingSince' | 'progress' | 'cancel'>
  subject: string
}

/** Until the first of the answer comes: what has come says more, and has its own way to stop. */
export function WaitingForAnswer({ send: { pendingSince, progress, cancel }, subject }: Props) {
  const hasBegun = useArriving('sendApiCall', subject) !== null
  return pendingSince === null || hasBegun ? null : (
    <Waiting since={pendingSince} what="Calling the API" progress={progress} onCancel={cancel} />
  )
}
