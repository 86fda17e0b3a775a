import { judged, type ReviewCheck, seenIn } from '../check.ts'

/** @see RFC 7518 §3.1, RFC 8037, RFC 8812, RFC 9864 */
const asymmetric = /^(?:(?:RS|PS|ES)(?:256|384|512)|ES256K|EdDSA|Ed25519|Ed448|ML-DSA-(?:44|65|87))$/
const symmetric = /^HS(?:256|384|512)$/
/** No signature, or one over SHA-1. */
const weak = /^(?:none|[HRP]S1|ES1)$/i

/** What the token is signed with: whoever can check a symmetric signature can make one. @see RFC 9068 §2.1, RFC 8725 §3.2 */
export const tokenAlgorithm: ReviewCheck = {
  name: 'token_algorithm',
  look: ({ issued }) => {
    if (issued === null) return [judged('algorithm_without_token', [])]
    const { alg } = issued.facts
    if (alg === null) return [judged('algorithm_not_visible', [])]
    const seen = [seenIn(issued, 'claim', 'alg', alg)]
    if (asymmetric.test(alg)) return [judged('algorithm_asymmetric', seen, { alg })]
    if (symmetric.test(alg)) return [judged('algorithm_symmetric', seen, { alg })]
    return [judged(weak.test(alg) ? 'algorithm_weak' : 'algorithm_unusual', seen, { alg })]
  },
}
