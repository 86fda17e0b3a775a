import { cause, type Cause, type Check } from '../check.ts'
import type { Case } from '../case.ts'
import { isoTime } from '../iso-time.ts'
import { methodOf } from '../method-of.ts'
import { isAuthenticated, refusesClient } from '../refuses-client.ts'
import { timeThere } from '../time-there.ts'

const certain = { basis: 'seen', confidence: 'certain' } as const
const likely = { basis: 'seen', confidence: 'likely' } as const

/** Whether the certificate of the client was presented, and what was said of it. @see RFC 8705 §2 */
export const clientCertificate: Check = {
  name: 'client_certificate',
  look(kase) {
    const { tls, certificateEnds, failure } = kase
    if (!isAuthenticated(kase)) return null
    const presented = tls?.clientCertificate ?? null
    const words = kase.answer?.words ?? ''
    const isSure = failure?.code === 'tls_client_certificate' || ofNginx.test(words)
    const isDemanded = isSure || saysCertificate.test(words)
    const method = methodOf(kase)
    const isMutual = method === 'tls_client_auth' || method === 'self_signed_tls_client_auth'
    if (!isDemanded && !(isMutual && refusesClient(kase))) return null
    const by = isSure ? certain : likely
    const hasEnded = certificateEnds !== null && certificateEnds <= timeThere(kase)
    if (hasEnded) return [cause(kase, 'credential_expired', certain, { at: isoTime(certificateEnds) })]
    if (presented === null) return [missing(kase, by)]
    return [cause(kase, 'client_certificate_refused', by, { subject: presented.subject })]
  },
}

const ofNginx = /No required SSL certificate was sent|The SSL certificate error/i
/** What others say: they may also only mention it. */
const saysCertificate = /\b(?:client|mtls|tls|ssl)[ -]certificate/i

function missing(kase: Case, by: typeof certain | typeof likely): Cause {
  const configured = kase.certificateEnds === null ? 'no' : 'yes'
  const alias = kase.metadata?.mtls_endpoint_aliases?.token_endpoint ?? null
  const isElsewhere = kase.step === 'token' && alias !== null && alias !== kase.request.url
  const said = isElsewhere ? { change: { field: 'mtls_endpoint_aliases.token_endpoint', value: alias } } : {}
  return cause(kase, 'client_certificate_missing', by, { configured, presented: 'no' }, said)
}
