import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose'
import { asymmetricAlgorithms } from '../../contract/client-authentication.ts'
import { memberOf, stringOf } from '../../contract/json-source.ts'
import type { Check, JsonObject } from '../../contract/token.ts'

/** Algorithms that a published key set can verify. HS* is absent on purpose: a public key is no shared secret. */
const published: readonly string[] = [...asymmetricAlgorithms, 'Ed25519']

/** The algorithm is acceptable by itself. @see RFC 8725 §3.1 */
export function checkAlgorithm(header: JsonObject): Check {
  const alg = stringOf(memberOf(header, 'alg')?.source)
  const check = (result: Check['result'], reason: string): Check => ({
    name: 'algorithm',
    result,
    reason,
    evidence: alg === null ? {} : { alg },
  })
  if (alg === null) return check('failed', 'algorithm_missing')
  if (alg.toLowerCase() === 'none') return check('failed', 'algorithm_none')
  if (/^HS/i.test(alg)) return check('not_possible', 'algorithm_symmetric')
  return published.includes(alg) ? check('passed', 'algorithm_asymmetric') : check('not_possible', 'algorithm_unknown')
}

/** Verifies with a key of this set only; `jku`, `x5u`, `x5c` and `jwk` of the token's header are never followed. */
export async function checkSignature(token: string, header: JsonObject, keys: JSONWebKeySet): Promise<Check> {
  const alg = stringOf(memberOf(header, 'alg')?.source)
  const kid = stringOf(memberOf(header, 'kid')?.source)
  const evidence = { ...(alg === null ? {} : { alg }), ...(kid === null ? {} : { kid }) }
  const check = (result: Check['result'], reason: string): Check => ({ name: 'signature', result, reason, evidence })
  if (alg === null || alg.toLowerCase() === 'none') return check('failed', 'signature_none')
  if (!published.includes(alg)) return check('not_possible', 'signature_algorithm')
  if (memberOf(header, 'b64')) return check('failed', 'signature_unencoded_payload')
  try {
    await compactVerify(token, createLocalJWKSet(keys), { algorithms: [...published] })
    return check('passed', 'signature_valid')
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return check('failed', 'signature_invalid')
    if (error instanceof errors.JWKSNoMatchingKey) return check('not_possible', 'key_not_found')
    if (error instanceof errors.JWKSMultipleMatchingKeys) return check('not_possible', 'key_ambiguous')
    if (error instanceof errors.JWKSInvalid) return check('not_possible', 'keys_invalid')
    if (error instanceof errors.JOSENotSupported) return check('not_possible', 'signature_unsupported')
    return check('failed', 'signature_malformed')
  }
}
