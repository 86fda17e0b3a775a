import { assertNever } from '../common/assert-never.ts'
import type { FlowPlan } from '../contract/flow.ts'
import { apiAnswerWords, apiCallWords, nonceWords, redirectWords } from '../wording/flow/explanations/api-steps.ts'
import {
  apiAnswerAgainWords,
  apiCallAgainWords,
  introspectionAgainWords,
  revocationWords,
} from '../wording/flow/explanations/revocation-steps.ts'
import type { StepWords } from '../wording/flow/explanations/step-words.ts'
import {
  renewalWords,
  secretWords,
  tokenRequestWords,
  tokenResponseWords,
} from '../wording/flow/explanations/token-steps.ts'
import {
  apiValidationWords,
  introspectionWords,
  keysWords,
  verificationWords,
} from '../wording/flow/explanations/validation-steps.ts'
import { canGoWrong } from './can-go-wrong.ts'
import {
  apiCallCurl,
  apiIntrospectionCurl,
  introspectionCurl,
  keysCurl,
  revocationCurl,
  tokenRequestCurl,
} from './curl/requests.ts'
import { secretCurl } from './curl/secret-source.ts'
import type { FlowFacts } from './flow-facts.ts'
import type { Explanation } from './picture.ts'
import { practicesOf } from './practices/of-step.ts'
import type { StepName } from './step-names.ts'

/** What a step is for, what is sent, what can go wrong and what is good practice, with the values of the environment in it. */
export function explanationOf(plan: FlowPlan, step: StepName, facts: FlowFacts): Explanation {
  const { title, purpose, section } = words[step]
  return {
    number: numbers[step] ?? null,
    title,
    purpose,
    curl: curlOf(plan, step, facts),
    sentBy: step === 'api_validation' ? 'api' : 'app',
    canGoWrong: canGoWrong(plan, step, facts),
    practices: practicesOf(plan, step, facts),
    section: sectionOf(section),
  }
}

const words: Readonly<Record<StepName, StepWords>> = {
  secret: secretWords,
  token_request: tokenRequestWords,
  token_response: tokenResponseWords,
  verification: verificationWords,
  introspection: introspectionWords,
  api_call: apiCallWords,
  api_validation: apiValidationWords,
  api_answer: apiAnswerWords,
  revocation: revocationWords,
  introspection_again: introspectionAgainWords,
  api_call_again: apiCallAgainWords,
  api_answer_again: apiAnswerAgainWords,
  redirect: redirectWords,
  nonce: nonceWords,
  renewal: renewalWords,
  keys: keysWords,
}

/** Of the reference document. */
const numbers: Readonly<Partial<Record<StepName, Explanation['number']>>> = {
  token_request: '1',
  token_response: '2',
  api_call: '3',
  api_validation: '4',
  api_answer: '5',
  api_call_again: '3',
  api_answer_again: '5',
}

const sectionOf = ([rfc, section]: StepWords['section']): Explanation['section'] => ({
  name: `RFC ${rfc} §${section}`,
  url: `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`,
})

function curlOf(plan: FlowPlan, step: StepName, facts: FlowFacts): string {
  switch (step) {
    case 'secret':
      return secretCurl(plan, facts)
    case 'token_request':
    case 'renewal':
      return tokenRequestCurl(plan, facts)
    case 'nonce':
      return tokenRequestCurl({ ...plan, hasProof: true }, facts)
    case 'keys':
      return keysCurl(plan)
    case 'introspection':
    case 'introspection_again':
      return introspectionCurl(plan, facts)
    case 'api_call':
    case 'api_call_again':
      return apiCallCurl(plan)
    case 'redirect':
      return apiCallCurl(plan, ['--location'])
    case 'api_validation':
      return apiIntrospectionCurl(plan)
    case 'revocation':
      return revocationCurl(plan, facts)
    case 'token_response':
    case 'verification':
    case 'api_answer':
    case 'api_answer_again':
      return ''
    default:
      return assertNever(step)
  }
}
