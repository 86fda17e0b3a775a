import { endpointOf } from '../../../common/endpoints.ts'
import { oneOf } from '../../../common/one-of.ts'
import type { ProbeResult } from '../../../contract/review.ts'
import type { Proof, ReviewCase } from '../case.ts'
import { cannotProbe } from '../parts/cannot-probe.ts'
import { type Judged, judged, type ReviewCheck } from '../check.ts'
import { picked } from '../parts/picked.ts'
import { whyUnclear } from '../parts/probe-result.ts'
import { newestProof, seenOfProof } from '../parts/proof.ts'

/** Whether a token that was revoked works no longer. @see RFC 7009 §2.1, §3 */
export const revocationEffect: ReviewCheck = {
  name: 'revocation_effect',
  look: (kase) => {
    const result = kase.probes.revocation
    if (result !== undefined && result.result !== 'unclear') return [ofProbe(result, kase)]
    const proved = ofProofs(kase)
    if (proved !== null) return [proved]
    if (result !== undefined) return [judged('revocation_unclear', result.seen, { why: whyUnclear(result) })]
    if (endpointOf(kase.settings, 'revocation_endpoint') === '') return [judged('revocation_not_set', [])]
    return [judged('revocation_not_probed', [], cannotProbe(kase, 'revocation'))]
  },
}

interface Effect {
  introspection: 'active' | 'inactive' | null
  api: 'accepted' | 'refused' | null
  /** Whether the token says itself when it ends. */
  isJwt: boolean
}

function ofProbe(result: ProbeResult, kase: ReviewCase): Judged {
  const { evidence, seen } = result
  if (result.result === 'fails' && evidence['revocation'] === 'unsupported') {
    return judged('revocation_not_supported', seen)
  }
  const introspection = oneOf(['active', 'inactive'], evidence['introspection'] ?? '')
  const api = oneOf(['accepted', 'refused'], evidence['api'] ?? '')
  const isJwt = kase.issued === null ? evidence['token'] === 'jwt' : kase.issued.facts.claims !== null
  return ofEffect({ introspection, api, isJwt }, seen, kase, picked(evidence, 'seconds', 'call'))
}

/** What the last revocation led to that is recorded. */
function ofProofs(kase: ReviewCase): Judged | null {
  const introspected = newestProof(kase.proofs, 'inactive_revoked_here', 'active_after_revocation')
  const called = newestProof(kase.proofs, 'revoked_token_refused', 'revoked_token_accepted')
  if (introspected === undefined && called === undefined) return null
  const seen = [introspected, called].flatMap((proof) => (proof === undefined ? [] : seenOfProof(proof)))
  const isJwt = (kase.issued?.facts.claims ?? null) !== null
  return ofEffect({ introspection: introspectionOf(introspected), api: apiOf(called), isJwt }, seen, kase, {})
}

const introspectionOf = (proof: Proof | undefined): Effect['introspection'] =>
  proof === undefined ? null : proof.code === 'active_after_revocation' ? 'active' : 'inactive'
const apiOf = (proof: Proof | undefined): Effect['api'] =>
  proof === undefined ? null : proof.code === 'revoked_token_accepted' ? 'accepted' : 'refused'

/** Seconds of a lifetime that ends soon enough for an API which validates offline. */
const short = 900

/** The server that revokes has to know of it; an API that validates offline waits for the end of the token. */
function ofEffect(
  { introspection, api, isJwt }: Effect,
  seen: Judged['seen'],
  { issued }: ReviewCase,
  evidence: { seconds?: string; call?: string },
): Judged {
  if (introspection === 'active') return judged('revocation_without_effect', seen)
  if (api === 'accepted') {
    const lifetime = issued?.recorded.lifetime ?? Number(evidence.seconds ?? Number.NaN)
    return isJwt && lifetime <= short
      ? judged('revocation_waits_for_expiry', seen, { seconds: String(lifetime) })
      : judged('revocation_not_checked_by_api', seen, evidence)
  }
  return judged('revocation_effective', seen, {
    by: introspection === null ? 'api' : api === null ? 'introspection' : 'both',
  })
}
