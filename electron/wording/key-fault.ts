import { type KeyFault, type KeyOddityKind, keyFaults, keyOddities } from '../catalogue/key-faults.ts'
import { oneOf } from '../common/one-of.ts'

type FaultEvidence = (name: 'kty' | 'crv' | 'member' | 'bits' | 'least' | 'most' | 'count') => string
type OddityEvidence = (name: 'member' | 'bytes' | 'wanted') => string

/** Why a public key of a set cannot be used. A code of another version is shown as it is. */
export function keyFault(fault: string, evidence: FaultEvidence): string {
  const known = oneOf(keyFaults, fault)
  return known === null ? fault : faults[known](evidence)
}

/** How a key is written otherwise than it should be. */
export function keyOddity(oddity: string, evidence: OddityEvidence): string {
  const known = oneOf(keyOddities, oddity)
  return known === null ? oddity : oddities[known](evidence)
}

const faults: Readonly<Record<KeyFault, (e: FaultEvidence) => string>> = {
  not_object: () => 'it is not a JSON object',
  kty_missing: () => 'it has no kty',
  kty_unknown: (e) => `its kty ${e('kty') || '(empty)'} is not supported`,
  shared_secret: () => 'it is a shared secret (oct), which does not belong in a public set',
  curve_unknown: (e) => (e('crv') === '' ? 'it names no curve (crv)' : `its curve ${e('crv')} is not supported`),
  rsa_members: () => 'n or e is missing or not base64url',
  coordinate: (e) => `${e('member')} is missing or does not fit ${e('crv')}`,
  key_weak: (e) => `${e('bits')} bits are too few for RSA; at least ${e('least')} are needed`,
  key_large: (e) => `it has ${e('bits')} bits; more than ${e('most')} are not tried`,
  key_exponent: () => 'its exponent e is not one that RSA may use',
  key_roca: () => 'its private part can be computed from it (ROCA, CVE-2017-15361)',
  too_many: (e) => `the set has ${e('count')} keys; only the first ${e('most')} are read`,
}

const oddities: Readonly<Record<KeyOddityKind, (e: OddityEvidence) => string>> = {
  base64: (e) => `${e('member')} is ordinary base64 (with +, / or =) instead of base64url`,
  zero_too_many: (e) => `${e('member')} begins with a zero byte: ${otherLength(e)}`,
  zeros_missing: (e) => `${e('member')} lacks its leading zero bytes: ${otherLength(e)}`,
  certificate_only: (e) =>
    `${e('member').replaceAll(', ', ' and ')} missing; the key is that of the certificate in x5c`,
}

const otherLength = (e: OddityEvidence): string => `it has ${e('bytes')} bytes instead of ${e('wanted')}`
