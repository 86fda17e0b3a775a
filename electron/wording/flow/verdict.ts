import type { FlowAct, FlowScenario } from '../../contract/flow.ts'
import { type ApiAnswer, neededScope } from './api-answer.ts'

export interface VerdictWords {
  title: string
  reason: string
}

/** The answer of an API and what was found in it; null where none was called. */
export type AnswerFound = (Pick<FlowAct, 'findings'> & { result: ApiAnswer }) | null

/** The title of a run in which nothing failed, and why. */
export function wentWell(scenario: Exclude<FlowScenario, 'revoke'>, answer: AnswerFound): VerdictWords {
  if (answer === null) {
    return { title: 'The token was issued', reason: 'No API was called, so whether one accepts it is not known.' }
  }
  if (scenario === 'narrow') return narrowedWords(answer)
  const { status } = answer.result
  return status < 300
    ? { title: 'The API accepted the token', reason: `It answered ${statusLine(answer.result)}.` }
    : { title: `The API answered ${statusLine(answer.result)}`, reason: 'A redirect says nothing of the token.' }
}

/** A refusal that names a scope is the expected end; one that names none may have another reason. */
function narrowedWords(answer: NonNullable<AnswerFound>): VerdictWords {
  const needed = neededScope(answer)
  return needed === ''
    ? {
        title: 'The API refused the narrower token',
        reason: `It answered ${statusLine(answer.result)} and named no scope, so there may be another reason.`,
      }
    : {
        title: 'The API refused the narrower token, as it should',
        reason: `It answered ${statusLine(answer.result)}: it wants ${needed}.`,
      }
}

const statusLine = ({ status, statusText }: ApiAnswer): string => `${status} ${statusText}`.trim()

/** What is called by a title that says what it did. */
export const actNouns: Readonly<Record<FlowAct['name'], string>> = {
  token: 'token request',
  verify: 'verification',
  introspect: 'introspection',
  call: 'API call',
  revoke: 'revocation',
  introspect_again: 'introspection after the revocation',
  call_again: 'API call after the revocation',
}
