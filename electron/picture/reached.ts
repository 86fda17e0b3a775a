import type { FlowAct } from '../contract/flow.ts'
import { sentBefore } from '../wording/sent.ts'

/** How far an act came: not begun, under way, broken before or after its request went out, answered. */
export type Reached =
  | { kind: 'nothing'; state: 'will' | 'left_out' }
  | { kind: 'asking' }
  | { kind: 'broken'; at: 'request' | 'answer'; state: 'failed' | 'cancelled' | 'interrupted' }
  | { kind: 'answered'; state: 'done' | 'noted' | 'failed' }

/** What is read of an act; null is one that a run does not have yet. */
export type ReadAct = Pick<FlowAct, 'state' | 'result' | 'exchanges'> | null

export function reachedBy(act: ReadAct): Reached {
  switch (act?.state) {
    case undefined:
    case 'waiting':
      return { kind: 'nothing', state: 'will' }
    case 'left_out':
      return { kind: 'nothing', state: 'left_out' }
    case 'running':
      return { kind: 'asking' }
    case 'interrupted':
      return { kind: 'broken', at: placeOf(act), state: 'interrupted' }
    case 'cancelled':
      return { kind: 'broken', at: placeOf(act), state: 'cancelled' }
    case 'failed':
      return isBroken(act)
        ? { kind: 'broken', at: placeOf(act), state: 'failed' }
        : { kind: 'answered', state: 'failed' }
    case 'passed':
      return { kind: 'answered', state: 'done' }
    case 'noted':
      return isBroken(act)
        ? { kind: 'broken', at: placeOf(act), state: 'failed' }
        : { kind: 'answered', state: 'noted' }
  }
}

/** Without an answer there is nothing to judge. */
const isBroken = ({ result }: NonNullable<ReadAct>): boolean =>
  result === null || result.kind === 'unreachable' || result.kind === 'not_sent'

/** On which of its arrows an act without an answer broke: the answer's once the whole request was sent. */
function placeOf({ result, exchanges }: NonNullable<ReadAct>): 'request' | 'answer' {
  if (result?.kind === 'unreachable') return sentBefore(result.failure.phase) === 'yes' ? 'answer' : 'request'
  return result === null && exchanges.at(-1)?.sent === 'yes' ? 'answer' : 'request'
}
