import { type CheckEntries, unreadable } from './entry.ts'

/** The key that was used, how many were tried, and what the header offers besides, which is not used. */
const aside = ['kid', 'thumbprint', 'tried', 'ignored', 'odd_thumbprint', 'odd_form', 'digest_bytes'] as const

const length = {
  result: 'failed',
  evidence: ['alg', 'actual', 'expected'],
  optional: [...aside, 'written'],
  values: { written: ['hexadecimal', 'base64'] },
} as const

/** About signatures, algorithms, and what is no signed token. */
export const signatureChecks = {
  signature_valid: { result: 'passed', section: 'RFC 7515 §5.2', evidence: ['alg'], optional: aside },
  signature_invalid: { result: 'failed', section: 'RFC 7515 §5.2', evidence: ['alg'], optional: aside },
  signature_length: { ...length, section: 'RFC 7518 §3' },
  signature_der: { ...length, section: 'RFC 7518 §3.4' },
  signature_none: { result: 'failed', section: 'RFC 7518 §3.6', evidence: ['alg'] },
  signature_empty: { result: 'failed', section: 'RFC 7515 §5.2', evidence: [] },
  signature_algorithm: { result: 'not_possible', section: 'RFC 8725 §3.1', evidence: ['alg'] },
  signature_unsupported: { result: 'not_possible', section: 'RFC 7518 §3.1', evidence: ['alg'], optional: ['kid'] },
  algorithm_confusion: {
    result: 'failed',
    section: 'RFC 8725 §3.1',
    evidence: ['alg', 'kid', 'kty'],
    optional: ['thumbprint'],
  },
  segment_count: {
    result: unreadable,
    section: ['RFC 7515 §7.1', 'RFC 7516 §7.1'],
    evidence: ['count', 'expected'],
  },
  segment_not_base64url: { result: unreadable, section: 'RFC 7515 §2', evidence: ['segment', 'character'] },
  header_not_json: { result: unreadable, section: 'RFC 7515 §4', evidence: [] },
  header_duplicate_name: { result: unreadable, section: 'RFC 7515 §4', evidence: ['name'] },
  header_not_string: { result: unreadable, section: 'RFC 7515 §4.1', evidence: ['name'] },
  crit_unknown: { result: unreadable, section: 'RFC 7515 §4.1.11', evidence: ['name'] },
  crit_malformed: { result: unreadable, section: 'RFC 7515 §4.1.11', evidence: ['crit'] },
  payload_unencoded: { result: 'failed', section: 'RFC 7797 §7', evidence: ['b64'] },
  disclosure_unsigned: { result: 'failed', section: 'RFC 9901 §7.1', evidence: ['count'], optional: ['name'] },
  disclosure_unreadable: { result: 'failed', section: 'RFC 9901 §7.1', evidence: ['count'] },
  disclosure_hash: { result: 'not_possible', section: 'RFC 9901 §4.1.1', evidence: [] },
  algorithm_missing: { result: 'failed', section: 'RFC 7515 §4.1.1', evidence: [] },
  algorithm_none: { result: 'failed', section: 'RFC 8725 §3.2', evidence: ['alg'] },
  algorithm_symmetric: { result: 'not_possible', section: 'RFC 8725 §3.1', evidence: ['alg'] },
  algorithm_shared: { result: 'passed', section: 'RFC 7518 §3.2', evidence: ['alg'] },
  algorithm_asymmetric: { result: 'passed', section: 'RFC 8725 §3.1', evidence: ['alg'] },
  algorithm_unsupported: { result: 'not_possible', section: 'RFC 7518 §3.1', evidence: ['alg'] },
  algorithm_unknown: { result: 'not_possible', section: 'RFC 7518 §3.1', evidence: ['alg'] },
  token_opaque: { result: 'not_possible', section: 'RFC 6749 §1.4', evidence: [] },
  token_paseto: { result: 'not_possible', section: null, evidence: [] },
  token_paseto_damaged: { result: 'not_possible', section: null, evidence: [] },
  token_none: { result: 'not_possible', section: null, evidence: [] },
  token_malformed: { result: 'not_possible', section: 'RFC 7519 §7.2', evidence: [] },
  token_empty: { result: 'not_possible', section: null, evidence: [] },
} as const satisfies CheckEntries
