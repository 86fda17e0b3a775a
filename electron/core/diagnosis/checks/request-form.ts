import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'
import { bodyFormat, isUnreadBody } from '../request-form/body-format.ts'
import { missing, repeated } from '../request-form/parameters.ts'

/** The form of what was sent: method, body, content type and parameters. */
export const requestForm: Check = {
  name: 'request_form',
  look(kase) {
    const { step, answer } = kase
    if (answer === null || !['token', 'introspection', 'revocation'].includes(step)) return null
    const byMethod = method(kase)
    return byMethod.length > 0
      ? byMethod
      : [...noBody(kase), ...bodyFormat(kase), ...repeated(kase), ...missing(kase), ...otherName(kase)]
  },
}

/** @see RFC 6749 §3.2 */
function method(kase: Case): Cause[] {
  if (kase.request.method === 'POST') return []
  return [
    cause(
      kase,
      'method_not_allowed',
      { basis: 'seen', confidence: 'certain' },
      { method: kase.request.method, allow: 'POST' },
    ),
  ]
}

function noBody(kase: Case): Cause[] {
  const { body, query } = kase.request
  if (body !== 'none' || !isUnreadBody(kase)) return []
  const isInUrl = query.includes('grant_type') || query.includes('token')
  return [cause(kase, 'body_missing', { basis: 'seen', confidence: 'certain' }, { ...(isInUrl && { inUrl: 'yes' }) })]
}

/** Names that people give to registered parameters, which servers ignore. */
const misnamed: ReadonlyMap<string, string> = new Map([
  ['scopes', 'scope'],
  ['scope[]', 'scope'],
  ['grantType', 'grant_type'],
  ['granttype', 'grant_type'],
  ['grant-type', 'grant_type'],
  ['clientId', 'client_id'],
  ['client-id', 'client_id'],
  ['clientSecret', 'client_secret'],
  ['client-secret', 'client_secret'],
  ['aud', 'audience'],
  ['audiences', 'audience'],
  ['resources', 'resource'],
])

/** A registered parameter went out under a name that servers do not read. */
function otherName(kase: Case): Cause[] {
  const { parameters } = kase.request
  const found = [...parameters.keys()].find((name) => misnamed.has(name) && !parameters.has(misnamed.get(name) ?? ''))
  const wanted = misnamed.get(found ?? '')
  if (found === undefined || wanted === undefined) return []
  return [cause(kase, 'param_name_wrong', { basis: 'seen', confidence: 'likely' }, { sent: found, wanted })]
}
