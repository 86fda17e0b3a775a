import { memberOf, stringOf } from '../../../common/json-source.ts'
import type { AnswerFacts } from '../facts/answer-facts.ts'
import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'
import { changeTo, isSameAddress, kindOfPath } from '../endpoint/endpoint-place.ts'

/** Whether a key set is at the address where it was looked for. */
export const keys: Check = {
  name: 'keys',
  look(kase) {
    const { step, answer } = kase
    if (step !== 'jwks' || answer === null) return null
    const { status } = answer
    if ((status >= 300 && status < 400) || status >= 500 || status === 429) return []
    const is = whatIsThere(answer)
    return is === null ? [] : [wrongPlace(kase, is, answer)]
  },
}

function whatIsThere({ object, text, status, isWebPage }: AnswerFacts): string | null {
  if (/-----BEGIN (?:CERTIFICATE|PUBLIC KEY)-----/.test(text)) return 'certificates'
  if (object !== null) {
    if (stringOf(memberOf(object, 'jwks_uri')?.source) !== null) return 'metadata'
    if (memberOf(object, 'keys') !== undefined) return null
    if (memberOf(object, 'kty') !== undefined) return 'single_key'
    if (memberOf(object, 'access_token') !== undefined) return 'token'
  }
  if (isWebPage && status < 400) return 'page'
  return status === 200 ? 'other' : 'none'
}

function wrongPlace(kase: Case, is: string, { object }: AnswerFacts): Cause {
  const named = object === null ? null : stringOf(memberOf(object, 'jwks_uri')?.source)
  const published = named ?? kase.metadata?.jwks_uri ?? null
  const wanted = published !== null && !isSameAddress(published, kase.request.url) ? published : null
  const isSure = wanted !== null || ['metadata', 'certificates', 'single_key'].includes(is)
  const endpoint = kindOfPath(kase.request.url)?.kind
  return cause(
    kase,
    'jwks_wrong_url',
    { basis: 'seen', confidence: isSure ? 'certain' : 'likely' },
    { is, ...(wanted !== null && { wanted }), ...(endpoint !== undefined && endpoint !== 'keys' && { endpoint }) },
    changeTo(kase, wanted),
  )
}
