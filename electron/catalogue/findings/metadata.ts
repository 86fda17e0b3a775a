import { keyFaultEvidence, keyFaults, keyOddities } from '../key-faults.ts'
import type { FindingEntry } from './entry.ts'

/** About metadata documents and key sets. `position` counts the keys of a set from 1. */
export const metadataFindings = {
  issuer_mismatch: {
    severity: 'error',
    section: 'RFC 8414 §3.3',
    evidence: ['configured', 'published'],
    optional: ['template'],
    pointers: [
      { kind: 'response_member', name: 'issuer' },
      { kind: 'field', field: 'issuer' },
    ],
  },
  issuer_missing: { severity: 'error', section: 'RFC 8414 §2', evidence: ['configured', 'is'] },
  metadata_not_encrypted: { severity: 'error', section: 'RFC 8414 §2', evidence: ['name', 'url', 'issuer'] },
  metadata_endpoint_missing: { severity: 'info', section: 'RFC 8414 §2', evidence: ['missing'] },
  metadata_endpoint_invalid: {
    severity: ['error', 'warning'],
    section: 'RFC 8414 §2',
    evidence: ['name', 'is', 'refused'],
    optional: ['url'],
  },
  metadata_other_origin: { severity: 'warning', section: 'RFC 8414 §6.2', evidence: ['issuer', 'names', 'origin'] },
  metadata_aliases: {
    severity: 'info',
    section: 'RFC 8705 §5',
    evidence: [],
    pointers: [{ kind: 'response_member', name: 'mtls_endpoint_aliases' }],
  },
  jwks_empty: { severity: 'error', section: 'RFC 7517 §5.1', evidence: ['keys'] },
  jwks_duplicate_kid: { severity: 'warning', section: 'RFC 7517 §4.5', evidence: ['kid'] },
  jwks_private_key: { severity: 'error', section: 'RFC 7517 §9.2', evidence: ['position'], optional: ['kid'] },
  jwks_key_unusable: {
    severity: 'warning',
    section: ['RFC 7517 §4', 'RFC 7517 §4.1', 'RFC 7517 §5'],
    evidence: ['position', 'reason'],
    optional: ['kid', ...keyFaultEvidence, 'e'],
    values: { reason: keyFaults },
  },
  jwks_key_odd: {
    severity: 'warning',
    section: 'RFC 7518 §6',
    evidence: ['position', 'reason', 'member'],
    optional: ['kid', 'bytes', 'wanted'],
    values: { reason: keyOddities },
  },
  jwks_mixed: { severity: 'error', section: 'RFC 8725 §3.1', evidence: ['shared', 'count'] },
  private_key_given: { severity: 'warning', section: 'RFC 7517 §9.2', evidence: [], optional: ['kid'] },
} as const satisfies Readonly<Record<string, FindingEntry>>
