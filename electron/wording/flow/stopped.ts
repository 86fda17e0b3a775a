import { assertNever } from '../../common/assert-never.ts'
import type { FlowAct } from '../../contract/flow.ts'
import { verdictReason } from '../checks.ts'
import { failureText } from '../failures.ts'
import { fieldLabel } from '../field-labels.ts'
import { findingText } from '../findings.ts'
import { problemSentence } from '../problems.ts'
import { audienceAsked } from './api-answer.ts'
import { audienceRefused } from './audience.ts'
import { decisiveFinding } from './endings.ts'
import { stepTitles } from './running.ts'
import { statusWords } from './statuses.ts'
import { actNouns, type VerdictWords } from './verdict.ts'
import type { TokenResult } from './token.ts'
import { verdictWord } from './verification.ts'

type Ended = Pick<FlowAct, 'name' | 'result' | 'findings'>

/** Why an act did not do what it was for: what happened, and why we believe it. `token` is the one that it was for. */
export function failedWords(
  act: Ended,
  token: TokenResult | null,
  request: { client_id: string; audience: string },
): VerdictWords {
  const { name, result, findings } = act
  switch (result?.kind) {
    case undefined:
      return { title: `The ${actNouns[name]} failed`, reason: 'Why is not known.' }
    case 'not_sent':
      return notSentWords(act, result.problems)
    case 'unreachable': {
      const { title, sentence, advice } = failureText(result.failure)
      return { title: `${stepTitles[name]}: ${decapitalised(title)}`, reason: `${sentence} ${advice}` }
    }
    case 'verified':
      return {
        title: `The token is ${verdictWord(result)}`,
        reason: verdictReason({ ...result, keys: null }),
      }
    case 'answered': {
      const wanted = audienceAsked(result)
      if (wanted !== null) return audienceRefused(wanted, token, request)
      return byFinding(findings) ?? byStatusOfApi(result.status)
    }
    case 'introspected':
      return {
        title: `The server says that the token is ${result.active ? 'active' : 'not active'}`,
        reason: byFinding(findings)?.reason ?? `It answered active: ${result.active}.`,
      }
    case 'refused':
    case 'nonconformant':
      return byFinding(findings) ?? byStatus('authorization server', result.status)
    case 'token':
    case 'revoked':
      return byFinding(findings) ?? { title: `The ${actNouns[name]} failed`, reason: 'Why is not known.' }
    default:
      return assertNever(result)
  }
}

function notSentWords(
  { name }: Ended,
  problems: Extract<FlowAct['result'], { kind: 'not_sent' }>['problems'],
): VerdictWords {
  const [first] = problems
  const label = first === undefined || first.code === 'environment_gone' ? null : fieldLabel(first.field)
  return {
    title: `Not sent: the ${actNouns[name]}${label === null ? '' : ` needs ${label}`}`,
    reason:
      problems.length > 1
        ? `${problems.length} settings keep it from being sent.`
        : problems.map(problemSentence).join(' '),
  }
}

function byFinding(findings: FlowAct['findings']): VerdictWords | null {
  const finding = decisiveFinding(findings)
  if (finding === null) return null
  const { title, sentence, advice } = findingText(finding)
  return { title, reason: advice === null ? sentence : `${sentence} ${advice}` }
}

/** Only 401 and 403 are about the token. */
function byStatusOfApi(status: number): VerdictWords {
  const words = byStatus('API', status)
  return status === 401 || status === 403
    ? words
    : { ...words, reason: `${words.reason} That says nothing of the token.` }
}

function byStatus(who: string, status: number): VerdictWords {
  const words = statusWords(status)
  return { title: `The ${who} answered ${status}`, reason: words === '' ? 'It gave no reason.' : `${words}.` }
}

/** `TLS failed` stays as it is. */
const decapitalised = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? `${title.slice(0, 1).toLowerCase()}${title.slice(1)}` : title
