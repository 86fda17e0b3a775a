import type { FindingEntry } from './entry.ts'

/** About answers as HTTP messages and as JSON. Offsets count bytes of the body, decoded, from 0; lines and columns from 1. */
export const bodyFindings = {
  body_empty: { severity: 'error', section: ['RFC 6749 §5.1', 'RFC 9701 §5'], evidence: ['offset'] },
  body_not_json: {
    severity: 'error',
    section: 'RFC 6749 §5.1',
    evidence: ['offset', 'line', 'column', 'expected', 'contentType', 'preview'],
    optional: ['page'],
  },
  body_form_encoded: { severity: 'error', section: 'RFC 6749 §5.1', evidence: ['contentType', 'names'] },
  body_not_utf8: { severity: 'error', section: 'RFC 8259 §8.1', evidence: ['contentType', 'offset'] },
  body_has_bom: {
    severity: 'warning',
    section: 'RFC 8259 §8.1',
    evidence: ['offset'],
    pointers: [{ kind: 'response_bytes', offset: 0, length: 3 }],
  },
  body_not_object: { severity: 'error', section: 'RFC 6749 §5.1', evidence: ['is'] },
  body_too_deep: { severity: 'error', section: 'RFC 8259 §9', evidence: [] },
  content_type_not_json: {
    severity: 'warning',
    section: 'RFC 6749 §5.1',
    evidence: ['contentType'],
    pointers: [{ kind: 'response_header', name: 'Content-Type' }],
  },
  content_coding_unknown: {
    severity: 'error',
    section: 'RFC 9110 §8.4',
    evidence: ['codings'],
    pointers: [{ kind: 'response_header', name: 'Content-Encoding' }],
  },
  duplicate_member: { severity: 'warning', section: 'RFC 8259 §4', evidence: ['name'] },
  status_invalid: { severity: 'error', section: 'RFC 9110 §15', evidence: ['status'] },
  status_unexpected: {
    severity: ['error', 'warning'],
    section: ['RFC 6749 §5.1', 'RFC 6749 §5.2', 'RFC 7517 §5', 'RFC 8414 §3.2', 'RFC 9110 §15.4'],
    evidence: ['status'],
  },
  redirect_refused: {
    severity: 'error',
    section: 'RFC 9700 §4.12',
    evidence: ['status'],
    optional: ['location'],
    pointers: [{ kind: 'response_header', name: 'Location' }],
  },
  retry_after: {
    severity: 'info',
    section: 'RFC 9110 §10.2.3',
    evidence: ['header', 'retryAfter'],
    optional: ['until', 'wait'],
  },
  not_encrypted: { severity: 'warning', section: ['RFC 6749 §3.2', 'RFC 6750 §5.3'], evidence: ['url'] },
  https_expected: { severity: 'error', section: null, confidence: 'likely', evidence: ['url'] },
} as const satisfies Readonly<Record<string, FindingEntry>>
