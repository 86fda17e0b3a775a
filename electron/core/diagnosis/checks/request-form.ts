import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'
import { isAuthenticated } from '../refuses-client.ts'
import { bodyFormat, isUnreadBody } from '../request-form/body-format.ts'
import { otherName } from '../request-form/other-name.ts'
import { missing, repeated } from '../request-form/parameters.ts'

/** The form of what was sent: method, body, content type and parameters. */
export const requestForm: Check = {
  name: 'request_form',
  look(kase) {
    if (kase.answer === null || !isAuthenticated(kase)) return null
    const byMethod = method(kase)
    return byMethod.length > 0
      ? byMethod
      : [...noBody(kase), ...bodyFormat(kase), ...repeated(kase), ...parameterMissed(kase)]
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

/** One that has another name is not missing as well. */
function parameterMissed(kase: Case): Cause[] {
  const named = otherName(kase)
  return named.length > 0 ? named : missing(kase)
}
