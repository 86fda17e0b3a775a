import type { FindingEntry } from './entry.ts'

const binding = { section: ['RFC 9449 §6.1', 'RFC 8705 §3.1'] } as const

/** About what the client is set to and proves itself with: secrets, DPoP keys and certificates. */
export const clientFindings = {
  basic_encoding_differs: {
    severity: 'warning',
    section: 'RFC 6749 §2.3.1',
    confidence: 'possible',
    evidence: ['encoding'],
    pointers: [{ kind: 'field', field: 'basicEncoding' }],
  },
  client_secret_short: {
    severity: 'warning',
    section: 'RFC 7518 §3.2',
    evidence: ['alg', 'bytes', 'least'],
    pointers: [{ kind: 'field', field: 'client_secret' }],
  },
  client_certificate_validity: {
    severity: 'warning',
    section: 'RFC 5280 §4.1.2.5',
    evidence: ['is', 'at'],
    pointers: [{ kind: 'field', field: 'network.clientCertificate' }],
  },
  client_certificate_not_asked_for: { severity: 'warning', section: 'RFC 8705 §2', evidence: [] },
  client_certificate_required: {
    severity: 'error',
    section: 'RFC 8705 §2',
    confidence: 'likely',
    evidence: ['presented'],
    pointers: [{ kind: 'field', field: 'network.clientCertificate' }],
  },
  provider_note: { severity: ['warning', 'info'], section: null, evidence: ['provider', 'note', 'link'] },
  dpop_nonce_supplied: { severity: 'info', section: 'RFC 9449 §8', evidence: [] },
  dpop_nonce_repeated: { severity: 'error', section: 'RFC 9449 §8', evidence: ['sent', 'supplied'] },
  dpop_nonce_missing: { severity: 'error', section: 'RFC 9449 §8', evidence: [] },
  dpop_downgraded: {
    severity: 'error',
    section: 'RFC 9449 §5',
    evidence: ['token_type'],
    pointers: [{ kind: 'response_member', name: 'token_type' }],
  },
  dpop_unasked: {
    severity: 'error',
    section: 'RFC 9449 §5',
    evidence: [],
    pointers: [{ kind: 'response_member', name: 'token_type' }],
  },
  binding_confirmed: {
    ...binding,
    severity: 'info',
    evidence: ['kind', 'thumbprint'],
    pointers: [{ kind: 'claim', name: 'cnf' }],
  },
  binding_mismatch: {
    ...binding,
    severity: 'error',
    evidence: ['kind', 'expected', 'actual'],
    pointers: [{ kind: 'claim', name: 'cnf' }],
  },
  binding_missing: { ...binding, severity: 'warning', evidence: ['kind'] },
} as const satisfies Readonly<Record<string, FindingEntry>>
