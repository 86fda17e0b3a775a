import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import { missingParameter } from '../missing-parameter.ts'

/** A parameter that the server misses: not sent, or sent and not read. */
export function missing(kase: Case): Cause[] {
  const { answer, request } = kase
  if (answer === null) return []
  const name = missingParameter(answer.words)
  if (name === null) return notSent(kase)
  if (isOfOtherEndpoint(kase.step, name)) return []
  const words = (confidence: 'certain' | 'likely') => ({ basis: 'words', confidence }) as const
  if (request.parameters.get(name)?.some((value) => value !== '' || /secret|assertion|token/.test(name))) {
    const isForm = request.body === 'form' && /form-urlencoded/i.test(request.contentType ?? '')
    return isForm ? [cause(kase, 'body_missing', { basis: 'seen', confidence: 'likely' }, { name, sent: 'yes' })] : []
  }
  if (name === 'scope' || name === 'scopes') {
    return [cause(kase, request.parameters.has('scope') ? 'scope_empty' : 'scope_missing', words('certain'), {})]
  }
  const hasTarget = request.parameters.has('audience') || request.parameters.has('resource')
  if (hasTarget && (name === 'audience' || name === 'resource')) return []
  if (name === 'audience' || name === 'resource')
    return [cause(kase, 'audience_missing', words('certain'), { parameter: name })]
  if (/^client_(?:id|secret|assertion)|^grant_type$/.test(name) && request.body === 'none') return []
  if (name.startsWith('client_')) return []
  return [cause(kase, 'param_missing', words('certain'), { name })]
}

/** What a request of a step must have. @see RFC 6749 §4.4.2, RFC 7662 §2.1, RFC 7009 §2.1 */
const requiredOf = (step: Case['step']): string => (step === 'token' ? 'grant_type' : 'token')

/** A parameter that every such request has is not in it. */
function notSent(kase: Case): Cause[] {
  const { step, request, answer } = kase
  const name = requiredOf(step)
  if (request.body !== 'form' || request.parameters.has(name) || answer?.status === 401) return []
  return [cause(kase, 'param_missing', { basis: 'seen', confidence: 'likely' }, { name })]
}

/** A token endpoint misses `grant_type`, the others miss `token`: it is another endpoint than the one that was meant. */
const isOfOtherEndpoint = (step: Case['step'], name: string): boolean =>
  step === 'token' ? /^(?:token|redirect_uri|response_type|code)$/.test(name) : name === 'grant_type'

/** Each parameter may be there once, except those that name the API. @see RFC 6749 §3.2, RFC 8707 §2 */
export function repeated(kase: Case): Cause[] {
  const { answer, request } = kase
  if (answer === null) return []
  const twice = [...request.parameters].find(
    ([name, values]) => values.length > 1 && name !== 'resource' && name !== 'audience' && request.body === 'form',
  )
  const isSaid = /duplicat|repeat|more than once|multiple (?:values|times)|appears? (?:twice|multiple)/i.test(
    answer.words,
  )
  const targets = [...request.parameters].find(([, values]) => values.length > 1)
  const found = isSaid ? targets : twice
  if (found === undefined || !(isSaid || answer.error === 'invalid_request' || answer.error === null)) return []
  const [name, values] = found
  return [
    cause(
      kase,
      'param_repeated',
      { basis: 'seen', confidence: isSaid ? 'certain' : 'likely' },
      { name, count: String(values.length) },
    ),
  ]
}
