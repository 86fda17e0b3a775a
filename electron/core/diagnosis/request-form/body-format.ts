import { isAnsweredElsewhere, isAnsweredHere } from '../answered-elsewhere.ts'
import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import { missingParameter } from '../missing-parameter.ts'

const formType = /^application\/x-www-form-urlencoded\b/i

/** The body has a form that the server does not read: JSON for a form, a form for JSON, or no content type. */
export function bodyFormat(kase: Case): Cause[] {
  const { answer, request, settings, step } = kase
  if (answer === null || request.method !== 'POST') return []
  const { status, words, error } = answer
  const isUnread = isUnreadBody(kase)
  const field = step === 'introspection' ? 'introspection.bodyFormat' : 'tokenBodyFormat'
  const set = step === 'introspection' ? settings?.introspection?.bodyFormat : settings?.tokenBodyFormat
  const change = (value: 'form' | 'json') =>
    step === 'revocation' || (set !== undefined && set === value) ? {} : { change: { field, value } }
  const seen = (confidence: 'certain' | 'likely' | 'possible') => ({ basis: 'seen', confidence }) as const
  const contentType = request.contentType ?? ''
  const isOther = contentType !== '' && !formType.test(contentType)
  if (request.body === 'json') {
    if (!isUnread && error !== 'invalid_client') return []
    const isSaid = status === 415 || /form-?urlencoded|content[- ]type/i.test(words) || isUnreadParameter(kase)
    const confidence = isSaid ? 'certain' : isUnread ? 'likely' : 'possible'
    return [cause(kase, 'body_not_form', seen(confidence), { contentType: contentType || 'JSON' }, change('form'))]
  }
  if (request.body !== 'form') return []
  if (contentType === '' || isOther) {
    if (!isUnread && error !== 'invalid_client') return []
    const isSaid =
      status === 415 || /form-?urlencoded|content[- ]type|no client auth/i.test(words) || isUnreadParameter(kase)
    const confidence = isSaid ? 'certain' : isUnread ? 'likely' : 'possible'
    return [cause(kase, 'content_type_missing', seen(confidence), { contentType })]
  }
  if (wantsJson(words))
    return [cause(kase, 'body_wants_json', { basis: 'words', confidence: 'certain' }, {}, change('json'))]
  return status === 415 ? [cause(kase, 'body_wants_json', seen('likely'), {}, change('json'))] : []
}

/** The answer is one of those that come where the parameters were not read. */
export function isUnreadBody(kase: Case): boolean {
  const { answer } = kase
  if (answer === null || isAnsweredHere(kase) || isAnsweredElsewhere(kase)) return false
  const { status, error, words } = answer
  if (status === 415 || missingParameter(words) !== null) return true
  return (
    /^(?:invalid_request|unsupported_grant_type|server_error)$/.test(error ?? '') || [400, 422, 500].includes(status)
  )
}

/** The server misses a parameter that was sent. */
function isUnreadParameter({ answer, request }: Case): boolean {
  const name = missingParameter(answer?.words ?? '')
  return name !== null && request.parameters.has(name)
}

/** What JSON readers say of a form, and servers that want JSON. */
const wantsJson = (words: string): boolean =>
  /input should be a valid dictionary|unexpected token .{1,20}(?:json|position)|not valid json|invalid json|malformed json|could not (?:parse|decode|read) json|json parse error|unrecognized token|json (?:body|payload|document) (?:is )?(?:expected|required|invalid)|expected json|(?:content[- ]type|media type)(?: header)? ?(?:must|should|has to|needs to) be ["'`]?application\/json|unsupported media type\W{1,4}application\/x-www-form|content type\W{1,4}application\/x-www-form-urlencoded[^.]{0,40}not supported/i.test(
    words,
  )
