import { type AuthMethod, authMethodSchema } from '../../../contract/client-authentication.ts'
import { type Basis, cause, type Cause, type Check } from '../check.ts'
import type { Confidence } from '../../../contract/finding.ts'
import type { Case } from '../case.ts'
import { methodOf } from '../method-of.ts'
import { isAuthenticated, refusesClient } from '../refuses-client.ts'

/** Whether the server takes the way in which the client authenticated, by its words and by what it publishes. */
export const authenticationMethod: Check = {
  name: 'authentication_method',
  look(kase) {
    if (!isAuthenticated(kase) || kase.answer === null) return null
    const used = methodOf(kase)
    const said = bySentence(kase, used) ?? byNames(kase, used)
    if (said !== null) return [said]
    if (!refusesClient(kase) || used === 'none') return null
    return byMetadata(kase, used)
  },
}

const isNotTaken = /\bnot (?:allowed|supported|accepted|permitted|enabled|registered)\b|unsupported/i

/** The names of methods in what the server says: those that are not the one that was used. */
function byNames(kase: Case, used: AuthMethod): Cause | null {
  const words = kase.answer?.words ?? ''
  const named = authMethodSchema.options.filter((name) => name !== 'none' && words.includes(name))
  const others = named.filter((name) => name !== used)
  const [wanted] = others
  if (wanted === undefined)
    return named.includes(used) && isNotTaken.test(words) ? mismatch(kase, used, ['words', 'certain'], {}) : null
  return others.length === 1
    ? mismatch(kase, used, ['words', 'certain'], { wanted })
    : mismatch(kase, used, ['words', 'likely'], { supported: others.join(', ') })
}

const wantsHeader =
  /(?:must|should|need)[^.]{0,40}(?:in|via|using|through) (?:the |an? )?(?:http )?(?:authorization header|basic)|basic auth(?:entication|orization)? (?:is )?required|authorization header[^.]{0,20}(?:missing|required|not found)|(?:missing|no) authorization header/i
const wantsBody =
  /(?:must|should|need)[^.]{0,40}in (?:the )?(?:request |post )?body|client_(?:id|secret)\b[^.]{0,20}(?:missing|required|not found|must contain)|(?:missing|must contain|required)[^.]{0,60}client_(?:id|secret)\b/i

const wantsAssertion =
  /client_assertion(?:_type)?'? (?:is )?(?:missing|required)|(?:missing|requires?)[^.]{0,40} '?client_assertion/i

/** Sentences that want the credentials in the place where they were not. */
function bySentence(kase: Case, used: AuthMethod): Cause | null {
  const words = kase.answer?.words ?? ''
  if (used === 'client_secret_post' && wantsHeader.test(words))
    return mismatch(kase, used, ['words', 'certain'], { wanted: 'client_secret_basic' })
  if (used === 'client_secret_basic' && wantsBody.test(words) && kase.request.body === 'form')
    return mismatch(kase, used, ['words', 'likely'], { wanted: 'client_secret_post' })
  if (ofSecret.has(used) && wantsAssertion.test(words))
    return mismatch(kase, used, ['words', 'certain'], { wanted: 'private_key_jwt' })
  return null
}

/** What the server publishes; where it publishes nothing, client_secret_basic is what it has. @see RFC 8414 §2 */
function byMetadata(kase: Case, used: AuthMethod): Cause[] | null {
  const { metadata, step } = kase
  if (metadata === null) return null
  const published =
    step === 'introspection'
      ? metadata.introspection_endpoint_auth_methods_supported
      : metadata.token_endpoint_auth_methods_supported
  if (published === null)
    return step !== 'token' || used === 'client_secret_basic'
      ? null
      : [mismatch(kase, used, ['experience', 'possible'], { wanted: 'client_secret_basic', isDefault: 'yes' })]
  if (published.includes(used)) return []
  const supported = published.slice(0, 10).join(', ')
  const [only] = published
  const wanted = published.length === 1 && only !== undefined ? { wanted: only } : {}
  return [mismatch(kase, used, ['seen', 'likely'], { supported, ...wanted })]
}

function mismatch(
  kase: Case,
  method: AuthMethod,
  [basis, confidence]: [Basis, Confidence],
  evidence: { wanted?: string; supported?: string; isDefault?: string },
): Cause {
  const { wanted } = evidence
  const value = wanted !== undefined && ofSecret.has(wanted) && ofSecret.has(method) ? wanted : null
  const field = kase.step === 'introspection' ? 'introspection.authentication' : 'token_endpoint_auth_method'
  const said = value === null ? {} : { change: { field, value } }
  return cause(kase, 'auth_method_mismatch', { basis, confidence }, { method, ...evidence }, said)
}

/** Between these one can change with the secret alone. */
const ofSecret: ReadonlySet<string> = new Set(['client_secret_basic', 'client_secret_post'])
