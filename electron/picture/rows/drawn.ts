import type { FlowAct, FlowProgress } from '../../contract/flow.ts'
import { milliseconds } from '../../wording/milliseconds.ts'
import { leftOutWord, stateWords } from '../../wording/flow/states.ts'
import { growthOf } from '../growth.ts'
import type { Row } from '../picture.ts'
import { reachedBy } from '../reached.ts'

/** How an arrow is drawn. */
type Drawn = Pick<Row, 'state' | 'result' | 'ms' | 'isBroken' | 'growth'>

const plain = (state: Row['state'], result = '', ms: number | null = null): Drawn => ({
  state,
  result,
  ms,
  isBroken: false,
  growth: null,
})

const asking = (progress: FlowProgress | null): Drawn => ({
  ...plain('running', stateWords.running),
  growth: progress === null ? null : growthOf(progress),
})

const timed = (state: Row['state'], ms: number | null): Drawn => plain(state, ms === null ? '' : milliseconds(ms), ms)

/** The arrow of a request whose answer has an arrow too. `isFollowed`: another request of the act came after it. */
export function drawnRequest(act: FlowAct | null, progress: FlowProgress | null, isFollowed: boolean): Drawn {
  const reached = reachedBy(act)
  if (isFollowed) return plain('done', stateWords.sent)
  switch (reached.kind) {
    case 'nothing':
      return plain(reached.state, reached.state === 'will' ? '' : leftOutWord(act?.leftOut ?? null))
    case 'asking':
      return asking(progress)
    case 'broken':
      return reached.at === 'answer' ? plain('done', stateWords.sent) : broken(act, reached.state)
    case 'answered':
      return plain('done', stateWords.sent)
  }
}

/** The arrow of an answer. */
export function drawnAnswer(act: FlowAct | null): Drawn {
  const reached = reachedBy(act)
  switch (reached.kind) {
    case 'nothing':
      return plain(reached.state, reached.state === 'will' ? '' : leftOutWord(act?.leftOut ?? null))
    case 'asking':
      return plain('will')
    case 'broken':
      if (reached.at === 'request') return plain('left_out', leftOutWord('stopped'))
      return brokenOff(
        reached.state,
        reached.state === 'failed' ? stateWords.no_answer : stateWords[reached.state],
        act,
      )
    case 'answered':
      return timed(reached.state, msOf(act))
  }
}

/** The arrow of a request and its answer in one. */
export function drawnOnce(act: FlowAct | null, progress: FlowProgress | null, ms = msOf(act)): Drawn {
  const reached = reachedBy(act)
  switch (reached.kind) {
    case 'nothing':
    case 'asking':
      return drawnRequest(act, progress, false)
    case 'broken':
      return reached.at === 'request' ? broken(act, reached.state) : drawnAnswer(act)
    case 'answered':
      return timed(reached.state, ms)
  }
}

function broken(act: FlowAct | null, state: 'failed' | 'cancelled' | 'interrupted'): Drawn {
  const isUnsent = act?.exchanges.at(-1)?.sent !== 'partly'
  return brokenOff(state, state === 'failed' && isUnsent ? stateWords.not_sent : stateWords[state], act)
}

const brokenOff = (state: Row['state'], result: string, act: FlowAct | null): Drawn => ({
  ...plain(state, result, msOf(act)),
  isBroken: true,
})

/** What the last exchange of an act took; of one that made more than are kept, what the act took. */
const msOf = (act: FlowAct | null): number | null =>
  act === null || act.moreExchanges > 0 ? (act?.ms ?? null) : (act.exchanges.at(-1)?.timings.total ?? null)
