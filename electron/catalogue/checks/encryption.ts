import { type CheckEntries, unreadable } from './entry.ts'

/** About encrypted tokens that stay closed. */
export const encryptionChecks = {
  token_jwe: { result: 'not_possible', section: 'RFC 7516 §5.2', evidence: [], optional: ['alg', 'enc'] },
  encryption_missing: { result: 'not_possible', section: 'RFC 7516 §4.1', evidence: ['name'] },
  encryption_rsa1_5: { result: 'not_possible', section: 'RFC 8725 §3.2', evidence: [] },
  encryption_unsupported: {
    result: 'not_possible',
    section: 'RFC 7518 §4.1',
    evidence: ['algorithm'],
    optional: ['encryption'],
  },
  encryption_invalid: { result: 'not_possible', section: 'RFC 7516 §5.2', evidence: ['alg'] },
  p2c_out_of_range: { result: unreadable, section: 'RFC 7518 §4.8.1.2', evidence: ['most'], optional: ['p2c'] },
  zip_unknown: { result: unreadable, section: 'RFC 7516 §4.1.3', evidence: ['zip'] },
  inflation_refused: { result: 'not_possible', section: 'RFC 7516 §4.1.3', evidence: ['most'] },
  no_key: { result: 'not_possible', section: 'RFC 7516 §5.2', evidence: ['alg'] },
  no_key_fits: { result: 'not_possible', section: 'RFC 7516 §5.2', evidence: ['alg'] },
  opening_kind: { result: 'not_possible', section: 'RFC 7518 §4.1', evidence: ['alg', 'kty'] },
  opening_length: { result: 'not_possible', section: 'RFC 7518 §4.1', evidence: ['alg', 'bytes', 'wanted'] },
  opening_damaged: { result: 'not_possible', section: 'RFC 7518 §6', evidence: [], optional: ['kty'] },
} as const satisfies CheckEntries
