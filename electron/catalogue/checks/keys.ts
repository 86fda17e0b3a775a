import { keyFaultEvidence, keyFaults } from '../key-faults.ts'
import type { CheckEntries } from './entry.ts'

const name = ['kid', 'thumbprint'] as const

/** About the keys to verify with. */
export const keyChecks = {
  key_not_found: {
    result: 'not_possible',
    section: 'RFC 7517 §4.5',
    evidence: ['alg'],
    optional: ['kid', 'thumbprint'],
  },
  key_duplicate_kid: { result: 'not_possible', section: 'RFC 7517 §4.5', evidence: ['kid'] },
  key_too_many: { result: 'not_possible', section: 'RFC 7515 Appendix D', evidence: ['alg', 'count', 'tried'] },
  keys_other_kind: { result: 'not_possible', section: 'RFC 7518 §3.1', evidence: ['alg', 'wants', 'has'] },
  /** `says` is missing where the key has no such member. */
  key_unfit: {
    result: 'not_possible',
    section: ['RFC 7517 §4.2', 'RFC 7517 §4.3', 'RFC 7517 §4.4', 'RFC 7518 §3.4'],
    evidence: ['member', 'wants'],
    optional: [...name, 'alg', 'says'],
  },
  key_kind: {
    result: 'not_possible',
    section: 'RFC 8725 §3.1',
    evidence: ['alg', 'kid', 'kty'],
    optional: ['thumbprint'],
  },
  key_damaged: {
    result: 'not_possible',
    section: 'RFC 7518 §6',
    evidence: [],
    optional: [...name, 'alg', 'problem', ...keyFaultEvidence],
    values: { problem: keyFaults },
  },
  key_private: { result: 'not_possible', section: 'RFC 7517 §9.2', evidence: [], optional: name },
  key_weak: { result: 'not_possible', section: 'RFC 7518 §3.3', evidence: ['bits', 'least'], optional: name },
  key_large: { result: 'not_possible', section: null, evidence: ['bits', 'most'], optional: name },
  key_exponent: { result: 'not_possible', section: 'RFC 8017 §3.1', evidence: ['e'], optional: name },
  key_roca: { result: 'not_possible', section: 'CVE-2017-15361', evidence: [], optional: name },
  public_key_needed: { result: 'not_possible', section: 'RFC 8725 §3.1', evidence: ['alg'] },
  secret_short: { result: 'not_possible', section: 'RFC 7518 §3.2', evidence: ['bytes', 'least'] },
  secret_published: { result: 'not_possible', section: 'RFC 7517 §9.2', evidence: ['alg'] },
  keys_mixed: { result: 'not_possible', section: 'RFC 8725 §3.1', evidence: [] },
  keys_invalid: { result: 'not_possible', section: 'RFC 7517 §5', evidence: [] },
  keys_unreachable: { result: 'not_possible', section: 'RFC 8414 §2', evidence: [] },
  keys_redirected: { result: 'not_possible', section: null, evidence: [] },
  keys_in_clear: { result: 'not_possible', section: 'RFC 8414 §2', evidence: [] },
  keys_not_looked_up: { result: 'not_possible', section: null, evidence: [] },
  jwks_uri_missing: { result: 'not_possible', section: 'RFC 8414 §2', evidence: [] },
} as const satisfies CheckEntries
