import { judged, type ReviewCheck } from '../check.ts'
import { newestProof, seenOfProof } from '../parts/proof.ts'

/** Whether what the API remembers of a token ends with the token. The cache itself cannot be seen. @see RFC 7662 §4 */
export const validationCaching: ReviewCheck = {
  name: 'validation_caching',
  look: ({ proofs }) => {
    const proof = newestProof(proofs, 'expired_token_accepted', 'expired_token_refused')
    switch (proof?.code) {
      case 'expired_token_accepted':
        return [judged('expired_token_accepted', seenOfProof(proof), { seconds: proof.seconds })]
      case 'expired_token_refused':
        return [judged('expired_token_refused', seenOfProof(proof), { status: String(proof.status) })]
      default:
        return [judged('cache_not_visible', [])]
    }
  },
}
