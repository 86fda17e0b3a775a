import type { FlowAct } from '../../contract/flow.ts'
import { sentBefore } from '../sent.ts'
import { actNouns } from './verdict.ts'

type Ended = Pick<FlowAct, 'name' | 'result' | 'exchanges'>

/** A run that a person cancelled. */
export function cancelledWords(act: Ended): { title: string; reason: string } {
  return { title: `You cancelled the run at the ${actNouns[act.name]}`, reason: leftBehind(act) }
}

/** A run that was under way when the app ended. */
export function interruptedWords(act: Ended): { title: string; reason: string } {
  return { title: `The app ended during the ${actNouns[act.name]}`, reason: leftBehind(act) }
}

function leftBehind({ result, exchanges }: Ended): string {
  const last = exchanges.at(-1)
  const sent = result?.kind === 'unreachable' ? sentBefore(result.failure.phase) : (last?.sent ?? null)
  if (sent === 'no') return 'Nothing of the request was sent.'
  if (sent === null) return 'Whether the request was sent is not known.'
  return 'The request was sent. What the server did with it is not known.'
}
