import { isLoopbackHost } from '../../../common/loopback.ts'
import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'

/** Who asks about a token, and under which host name. @see RFC 7662 §2.1 */
export const caller: Check = {
  name: 'caller',
  look(kase) {
    const { step, answer } = kase
    if (step !== 'introspection' || answer === null) return null
    if (answer.status >= 200 && answer.status < 300) return otherHost(kase)
    return answer.status >= 400 && answer.status < 500 ? credentials(kase) : null
  },
}

const notAllowed =
  /not (?:allowed|authori[sz]ed|permitted)|insufficient|access[ _]denied|forbidden|only (?:resource servers?|confidential)|introspect/i

function credentials(kase: Case): Cause[] {
  const { answer, request, earlier } = kase
  const { status = 0, error = null, words = '' } = answer ?? {}
  const isAnonymous = request.scheme === null && request.credentials.length === 0
  const isRefused =
    status === 401 ||
    status === 403 ||
    /invalid_client|unauthorized_client|access_denied/.test(error ?? '') ||
    (isAnonymous && /client[ _]auth|authenticat/i.test(words))
  if (!isRefused) return []
  const why = isAnonymous ? 'none' : request.scheme === 'bearer' ? 'bearer' : 'client'
  const hasWorked = (earlier?.credentialsWorkedAt ?? null) !== null
  const isTelling = isAnonymous || why === 'bearer' || status === 403 || hasWorked || notAllowed.test(words)
  const by = { basis: isTelling ? 'seen' : 'experience', confidence: isTelling ? 'likely' : 'possible' } as const
  const client_id = request.client_id ?? ''
  const [method] = request.credentials
  const evidence = { why, ...(client_id !== '' && { client_id }), ...(method !== undefined && { method }) }
  return [cause(kase, 'introspection_wrong_credentials', by, evidence)]
}

/** Keycloak and others take the issuer's host from the request: a token is unknown where it is asked for by another name. */
function otherHost(kase: Case): Cause[] {
  const { token, request, settings, answer } = kase
  const iss = token?.iss ?? ''
  if (answer?.object === null || !URL.canParse(iss) || request.place === null || (settings?.issuer ?? '') !== '')
    return []
  const { host, hostname, pathname } = new URL(iss)
  const base = pathname.replace(/\/$/, '')
  const isSameServer = base === '' ? isLoopbackHost(hostname) && isLoopbackHost(request.place.hostname) : true
  if (host === request.place.host || !isSameServer || !request.place.path.startsWith(base)) return []
  const wanted = `${request.place.protocol}//${request.place.host}${base}`
  return [cause(kase, 'token_issuer_mismatch', { basis: 'seen', confidence: 'likely' }, { iss, wanted })]
}
