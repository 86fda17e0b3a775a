import type { FlowAct } from '../../contract/flow.ts'
import { labels } from '../../wording/flow/labels.ts'
import { sourceFacts } from '../../wording/flow/sources.ts'
import { leftOutWord, stateWords } from '../../wording/flow/states.ts'
import type { Row } from '../picture.ts'
import { rowOf } from './row.ts'
import type { Scene } from './scene.ts'
import { isAbout, isUnanswered, problemsOfSources } from './source-problem.ts'

/** The sources that are asked over the network, before the first step. */
export function sourceRows({ plan, act }: Pick<Scene, 'plan' | 'act'>): Row[] {
  const problems = problemsOfSources(act, plan.sources)
  return plan.sources.map((source, index) => {
    const problem = problems.find((one) => isAbout(one, source)) ?? null
    return rowOf({
      id: `token.secret.${index}`,
      act: 'token',
      step: 'secret',
      icon: 'secret',
      from: 'app',
      to: source.kind,
      label: labels.secret,
      facts: sourceFacts(problem),
      ...(problem === null || act?.state === 'cancelled'
        ? stateOf(act, problems.length > 0)
        : { state: 'failed', result: stateWords.failed, isBroken: isUnanswered(problem) }),
    })
  })
}

function stateOf(act: FlowAct | null, hasOtherFailed: boolean): Pick<Row, 'state' | 'result'> {
  if (act === null || act.state === 'waiting') return { state: 'will', result: '' }
  const isReused = act.result?.kind === 'token' && act.result.use === 'reused'
  if (isReused) return { state: 'left_out', result: stateWords.not_needed }
  if (act.state === 'left_out') return { state: 'left_out', result: leftOutWord(act.leftOut) }
  const isPast = act.exchanges.length > 0 || (act.result !== null && act.result.kind !== 'not_sent')
  if (isPast) return { state: 'done', result: stateWords.read }
  if (hasOtherFailed && act.state !== 'cancelled') return { state: 'left_out', result: leftOutWord('stopped') }
  switch (act.state) {
    case 'running':
      return { state: 'running', result: stateWords.running }
    case 'cancelled':
    case 'interrupted':
      return { state: act.state, result: stateWords[act.state] }
    case 'passed':
    case 'noted':
    case 'failed':
      return { state: 'left_out', result: leftOutWord('stopped') }
  }
}
