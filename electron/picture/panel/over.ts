import { oneLine } from '../../common/one-line.ts'
import type { FlowAct, FlowRun } from '../../contract/flow.ts'
import { cancelledWords, interruptedWords } from '../../wording/flow/ended.ts'
import { wentWell } from '../../wording/flow/verdict.ts'
import type { Panel } from '../picture.ts'
import { failedPanel } from './failed.ts'
import { notedWords } from './noted.ts'
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
    default: {
      const noted = notedWords(run)
      return noted === null
        ? plainPanel(run, 'ok', wentWell(run.plan.scenario, answerOf(run)))
        : plainPanel(run, 'warn', noted)
    }
  }
}

const isEnd = (state: FlowAct['state']): boolean =>
  state === 'failed' || state === 'cancelled' || state === 'interrupted'

function plainPanel({ acts }: FlowRun, tone: Over['tone'], { title, reason }: { title: string; reason: string }): Over {
  return {
    kind: 'over',
    tone,
    title: oneLine(title),
    reason: oneLine(reason),
    evidence: [],
    fields: [],
    change: null,
    others: [],
    passed: passedOf(acts),
  }
}

function answerOf({ acts }: FlowRun) {
  const result = acts.find(({ name }) => name === 'call')?.result ?? null
  return result?.kind === 'answered' ? result : null
}
