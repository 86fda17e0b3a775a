import type { JSONWebKeySet } from 'jose'
import type { Check, DecodedToken, Verification } from '../../contract/token.ts'
import { checkClaims, type Expectations } from './checks.ts'
import { checkAlgorithm, checkSignature } from './signature.ts'

/** The keys to verify with, or why there are none. */
export type Keys =
  | { kind: 'keys'; keys: JSONWebKeySet }
  | { kind: 'none'; reason: 'jwks_uri_missing' | 'keys_unreachable' | 'keys_invalid' | 'keys_redirected' }

/** Runs every check and sums them up. Only authenticity decides the verdict: an expired token can be genuine. */
export async function verifyToken(
  token: string,
  decoded: DecodedToken,
  keys: Keys,
  expected: Expectations,
): Promise<Omit<Verification, 'exchangeId'>> {
  if (decoded.kind !== 'jws') {
    const check: Check = { name: 'signature', result: 'not_possible', reason: `token_${decoded.kind}`, evidence: {} }
    return { verdict: 'undetermined', checks: [check] }
  }
  const signature: Check =
    keys.kind === 'keys'
      ? await checkSignature(token, decoded.header, keys.keys)
      : { name: 'signature', result: 'not_possible', reason: keys.reason, evidence: {} }
  const checks = [signature, checkAlgorithm(decoded.header), ...checkClaims(decoded.header, decoded.claims, expected)]
  return { verdict: verdictOf(checks), checks }
}

function verdictOf(checks: readonly Check[]): Verification['verdict'] {
  const authenticity = checks.filter(({ name }) => name === 'signature' || name === 'algorithm' || name === 'issuer')
  if (authenticity.some(({ result }) => result === 'failed')) return 'not_genuine'
  const signature = checks.find(({ name }) => name === 'signature')
  return signature?.result === 'passed' ? 'genuine' : 'undetermined'
}
