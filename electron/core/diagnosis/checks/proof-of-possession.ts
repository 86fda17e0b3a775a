import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'
import { refusesToken } from '../refuses-token.ts'
import { changeFor } from '../token-evidence.ts'

/** Proofs of the key that a token is bound to. @see RFC 9449 §4.3 and §7, RFC 8705 §3 */
export const proofOfPossession: Check = {
  name: 'proof_of_possession',
  look(kase) {
    const { answer, request, token } = kase
    if (answer === null || answer.status < 400) return null
    const isSent = request.hasDpopProof || kase.step !== 'api'
    const isAboutProof =
      (isSent && answer.error === 'invalid_dpop_proof') || (request.hasDpopProof && named.test(answer.words))
    if (isAboutProof) return [proof(kase)]
    if (token === null || !refusesToken(kase)) return request.hasDpopProof ? [] : null
    if (token.binding === null && token.type !== 'dpop') return wanted(kase)
    return token.binding === 'certificate' ? certificate(kase) : dpop(kase)
  },
}

const named = /dpop[ _-]?proof|\bhtu\b|\bhtm\b|proof (?:of possession|jwt|token)|invalid dpop/i
const bindingWords =
  /key binding|\bjkt\b|thumbprint|\bcnf\b|confirmation|bound to (?:an)?other|other key|different key|key does(?:n't| not) match|key mismatch/i
const proofWanted =
  /dpop[^.]{0,40} (?:required|missing|expected|needed)|(?:requires?|missing|no|needs?)(?: an?)? dpop|proof[ -]of[ -]possession/i

/** What of the proof the server finds wrong, by its words; the more telling first. */
const parts: readonly (readonly [RegExp, string])[] = [
  [/\bhtu\b|\burl?i?\b/i, 'htu'],
  [/\bhtm\b|http method/i, 'htm'],
  [/\bjti\b|replay|already (?:been )?used|reused/i, 'jti'],
  [/\bnonce\b/i, 'nonce'],
  [/\bath\b|hash of the (?:access )?token/i, 'ath'],
  [/\biat\b|\bexp\b|too old|expired|in the future|issued|\btime\b|clock|lifetime|acceptable window|not recent/i, 'iat'],
  [/signature/i, 'signature'],
  [/\balg\b|algorithm/i, 'alg'],
  [/\btyp\b/i, 'typ'],
  [/\bjwk\b|\bkey\b/i, 'jwk'],
]

function proof(kase: Case): Cause {
  const { words = '' } = kase.answer ?? {}
  const isCertain = kase.answer?.error === 'invalid_dpop_proof'
  const by = { basis: isCertain ? 'number' : 'words', confidence: isCertain ? 'certain' : 'likely' } as const
  if (kase.step === 'api' && bindingWords.test(words)) return cause(kase, 'dpop_key_mismatch', by, {})
  const about = parts.find(([pattern]) => pattern.test(words))?.[1]
  return cause(kase, 'dpop_proof_refused', by, about === undefined ? {} : { about })
}

/** An API that asks for a proof of a token that is bound to no key. */
function wanted(kase: Case): Cause[] {
  const { answer, settings, request } = kase
  if (request.hasDpopProof || !proofWanted.test(answer?.words ?? '')) return []
  const change = changeFor('sender_constraint_missing', { kind: 'dpop' }, settings)
  const by = { basis: 'words', confidence: 'likely' } as const
  return [cause(kase, 'sender_constraint_missing', by, { kind: 'dpop', sent: 'unbound' }, change && { change })]
}

function dpop(kase: Case): Cause[] {
  const { request, settings, answer } = kase
  if (!request.hasDpopProof || request.scheme !== 'dpop') {
    const change = changeFor('sender_constraint_missing', { kind: 'dpop' }, settings)
    const by = { basis: 'seen', confidence: answer?.status === 403 ? 'likely' : 'certain' } as const
    return [cause(kase, 'sender_constraint_missing', by, { kind: 'dpop' }, change && { change })]
  }
  if (!bindingWords.test(answer?.words ?? '')) return []
  return [cause(kase, 'dpop_key_mismatch', { basis: 'words', confidence: 'certain' }, {})]
}

function certificate(kase: Case): Cause[] {
  const { tls, answer } = kase
  const isPresented = tls !== null && tls.clientCertificate !== null
  const isSaid = /certificate|thumbprint|\bcnf\b|binding|mtls|mutual/i.test(answer?.words ?? '')
  if (isPresented && !isSaid) return []
  const by = { basis: 'seen', confidence: isPresented || !isSaid ? 'likely' : 'certain' } as const
  return [cause(kase, 'sender_constraint_missing', by, { kind: 'certificate', sent: isPresented ? 'other' : 'none' })]
}
