import { oneLine } from '../../common/one-line.ts'
import type { FlowAct, FlowRun } from '../../contract/flow.ts'
import { audienceAsked } from '../../wording/flow/api-answer.ts'
import { decisiveFinding } from '../../wording/flow/endings.ts'
import { failedWords } from '../../wording/flow/stopped.ts'
import { fieldsOfFailure, fieldsOfFindings } from '../../wording/fields-at-fault.ts'
import { findingSentence, findingText } from '../../wording/findings.ts'
import { explained } from '../../wording/diagnosis/explained.ts'
import type { VerdictWords } from '../../wording/flow/verdict.ts'
import type { Finding } from '../../contract/finding.ts'
import type { Panel } from '../picture.ts'
import { evidenceOf } from './evidence.ts'
import { evidenceOfCause } from './evidence-of-cause.ts'
import { passedOf } from './passed.ts'

/** Of evidence and of what would change. */
const mostLines = 3

type Over = Extract<Panel, { kind: 'over' }>

/** The verdict on the act that stopped a run, what it rests on, and what would settle it. */
export function failedPanel(run: FlowRun, act: FlowAct): Over {
  const { plan, acts } = run
  const token = tokenOf(acts)
  const { cause, noticed } = explained(act.findings)
  const { title, reason } = cause === null ? failedWords(act, token, plan) : causeWords(cause)
  const decisive = decisiveFinding(act.findings)
  return {
    kind: 'over',
    tone: 'err',
    title: oneLine(title),
    reason: oneLine(reason),
    evidence:
      cause === null
        ? evidenceOf(run, act, token)
        : evidenceOfCause(cause, act.name, plan, token).slice(0, mostLines - (cause.change === undefined ? 0 : 1)),
    fields: [...new Set(cause === null ? fieldsOf(act) : fieldsOfFindings([cause, ...act.findings]))],
    change: cause === null ? changeOf(act, plan.audience) : (cause.change ?? null),
    others: noticed
      .filter((finding) => finding !== decisive && finding.severity !== 'info')
      .map((finding) => oneLine(findingSentence(finding))),
    failure: {
      findings: act.findings,
      checked: act.checked ?? [],
      exchangeId: act.exchanges.at(-1)?.id ?? null,
    },
    passed: passedOf(acts),
  }
}

function causeWords(cause: Finding): VerdictWords {
  const { title, sentence, advice } = findingText(cause)
  return { title, reason: advice === null ? sentence : `${sentence} ${advice}` }
}

function tokenOf(acts: readonly FlowAct[]) {
  const result = acts.find(({ name }) => name === 'token')?.result ?? null
  return result?.kind === 'token' ? result : null
}

function fieldsOf({ name, result, findings }: FlowAct): string[] {
  if (result?.kind === 'not_sent') return result.problems.map(({ field }) => field)
  const found = fieldsOfFindings(findings)
  if (result?.kind === 'unreachable') {
    const endpoint = endpoints[name]
    return [...fieldsOfFailure(result.failure, endpoint ?? '').filter((field) => field !== ''), ...found]
  }
  return result?.kind === 'answered' && audienceAsked(result) !== null ? ['audience', ...found] : found
}

/** The field that holds where the request of an act goes; an API call has its own. */
const endpoints: Readonly<Record<FlowAct['name'], string | null>> = {
  token: 'token_endpoint',
  verify: 'jwks_uri',
  introspect: 'introspection_endpoint',
  call: null,
  revoke: 'revocation_endpoint',
  introspect_again: 'introspection_endpoint',
  call_again: null,
}

/** What the API says that it wants, unless that was sent already; else what a finding would change. */
function changeOf({ result, findings }: FlowAct, sent: string): Over['change'] {
  const asked = result?.kind === 'answered' ? (audienceAsked(result) ?? '') : ''
  return asked === '' || asked === sent
    ? (findings.find((finding) => finding.change !== undefined)?.change ?? null)
    : { field: 'audience', value: asked }
}
