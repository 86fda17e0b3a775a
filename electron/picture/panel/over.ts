import { oneLine } from '../../common/one-line.ts'
import type { FlowAct, FlowRun } from '../../contract/flow.ts'
import { cancelledWords, interruptedWords } from '../../wording/flow/ended.ts'
import { notProven, worthKnowing } from '../../wording/flow/noted.ts'
import { notRevoked, revokedWords } from '../../wording/flow/revoked.ts'
import { type AnswerFound, type VerdictWords, wentWell } from '../../wording/flow/verdict.ts'
import type { Panel } from '../picture.ts'
import { failedPanel } from './failed.ts'
import { passedOf } from './passed.ts'

type Over = Extract<Panel, { kind: 'over' }>

/** What came of a run: the verdict on the act that stopped it, else on the whole. */
export function overPanel(run: FlowRun): Over {
  const stopped = run.acts.find(({ state }) => isEnd(state))
  switch (stopped?.state) {
    case 'failed':
      return failedPanel(run, stopped)
    case 'cancelled':
      return plainPanel(run, 'info', cancelledWords(stopped))
    case 'interrupted':
      return plainPanel(run, 'warn', interruptedWords(stopped))
    default:
      return workedPanel(run)
  }
}

const isEnd = (state: FlowAct['state']): boolean =>
  state === 'failed' || state === 'cancelled' || state === 'interrupted'

/** Nothing stopped it: what it was to prove, else what is worth knowing beside that it worked. */
function workedPanel(run: FlowRun): Over {
  const { acts, plan } = run
  if (acts.some(({ leftOut }) => leftOut === 'no_revocation_endpoint')) {
    return { ...plainPanel(run, 'warn', notRevoked), fields: ['revocation_endpoint'] }
  }
  const noted = acts.filter(({ state }) => state === 'noted')
  const unproven = noted.toReversed().flatMap((act) => notProven(plan.scenario, act) ?? [])[0]
  if (unproven !== undefined) return plainPanel(run, 'warn', unproven)
  const words = plan.scenario === 'revoke' ? revokedWords(acts) : wentWell(plan.scenario, answerOf(acts))
  const [first, ...others] = worthKnowing(noted)
  if (first === undefined) return plainPanel(run, 'ok', words)
  return { ...plainPanel(run, 'warn', { ...words, reason: first }), others: others.map(oneLine) }
}

function plainPanel({ acts }: FlowRun, tone: Over['tone'], { title, reason }: VerdictWords): Over {
  return {
    kind: 'over',
    tone,
    title: oneLine(title),
    reason: oneLine(reason),
    evidence: [],
    fields: [],
    change: null,
    others: [],
    failure: null,
    passed: passedOf(acts),
  }
}

function answerOf(acts: readonly FlowAct[]): AnswerFound {
  const act = acts.find(({ name }) => name === 'call')
  return act?.result?.kind === 'answered' ? { result: act.result, findings: act.findings } : null
}
