import { hasClientCertificate } from '../../../common/endpoints.ts'
import { memberOf } from '../../../common/json-source.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import type { Seen } from '../../../contract/review.ts'
import type { IssuedToken, ReviewCase } from '../case.ts'
import { judged, type ReviewCheck, seenHere, seenIn } from '../check.ts'

type Kind = 'dpop' | 'certificate'

/**
 * Whether the token works for its owner alone: it is bound to a key or to a client certificate.
 * @see RFC 9700 §2.2.1, RFC 8705 §3, RFC 9449 §6
 */
export const senderConstraint: ReviewCheck = {
  name: 'sender_constraint',
  look: (kase) => {
    const { issued } = kase
    if (issued === null) return [judged('binding_without_token', [])]
    const bound = boundBy(issued, kase)
    if (bound !== null) return [judged('token_bound', bound.seen, { kind: bound.kind })]
    const seen = seenOf(issued)
    const presented = presentedTo(issued, kase)
    const isOpaque = issued.facts.claims === null
    // Only introspection shows what an opaque token is bound to.
    if (isOpaque && presented && !kase.settings.dpop.enabled) return [judged('binding_not_visible', seen)]
    if (kase.settings.dpop.enabled) return [judged('token_not_bound_as_set', seen, { kind: 'dpop' })]
    if (presented) return [judged('token_not_bound_as_set', seen, { kind: 'certificate' })]
    const offered = offeredBy(kase)
    if (offered !== null)
      return [judged('token_bearer_though_offered', [...seen, offered.seen], { kind: offered.kind })]
    return [judged('token_bearer', seen)]
  },
}

function boundBy(issued: IssuedToken, kase: ReviewCase): { kind: Kind; seen: Seen[] } | null {
  const { binding, claims, type } = issued.facts
  if (binding !== null) return { kind: binding, seen: [seenIn(issued, 'claim', 'cnf', sourceOf(claims))] }
  // A JWT has to say itself what it is bound to. @see RFC 9449 §6.1
  if (type === 'dpop' && claims === null) return { kind: 'dpop', seen: seenOf(issued) }
  const introspected = kase.exchanges.find(({ purpose, at }) => purpose === 'introspection' && at >= issued.at)
  const cnf = sourceOf(introspected?.answer?.object ?? null)
  if (introspected === undefined || cnf === '') return null
  const kind = cnf.includes('"jkt"') ? 'dpop' : cnf.includes('"x5t#S256"') ? 'certificate' : null
  return kind && { kind, seen: [seenIn(introspected, 'member', 'cnf', cnf)] }
}

const sourceOf = (object: JsonObject | null): string =>
  object === null ? '' : (memberOf(object, 'cnf')?.source.slice(0, 200) ?? '')

/** Whether a client certificate went along with the request for the token; by the settings where it was not recorded. */
function presentedTo(issued: IssuedToken, { exchanges, settings }: ReviewCase): boolean {
  const request = exchanges.find(({ exchangeId }) => exchangeId === issued.exchangeId)
  return request === undefined
    ? hasClientCertificate(settings)
    : request.tls?.clientCertificate !== null && request.tls !== null
}

function offeredBy({ metadata }: ReviewCase): { kind: Kind; seen: Seen } | null {
  const algorithms = metadata?.dpop_signing_alg_values_supported ?? []
  if (algorithms.length > 0) {
    return { kind: 'dpop', seen: inMetadata('dpop_signing_alg_values_supported', algorithms.join(', ')) }
  }
  const isOffered = metadata?.tls_client_certificate_bound_access_tokens === true
  return isOffered ? { kind: 'certificate', seen: inMetadata(certificateBound, 'true') } : null
}

const certificateBound = 'tls_client_certificate_bound_access_tokens'

const inMetadata = (name: string, value: string): Seen => ({ ...seenHere('member', name, value), purpose: 'discovery' })

const seenOf = (issued: IssuedToken): Seen[] =>
  issued.facts.type === '' ? [] : [seenIn(issued, 'member', 'token_type', issued.facts.type)]
