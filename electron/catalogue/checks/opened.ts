import type { CheckEntries } from './entry.ts'

const by = ['private_key', 'client_secret', 'key'] as const

/** About where keys come from, and what was inside an encrypted token. */
export const openedChecks = {
  keys_not_given: { result: 'not_possible', section: null, evidence: [] },
  opened_with: { result: 'passed', section: 'RFC 7516 §5.2', evidence: ['by', 'alg', 'enc'], values: { by } },
  opened_twice_with: {
    result: 'passed',
    section: 'RFC 7516 §5.2',
    evidence: ['by', 'alg', 'enc', 'outer_by', 'outer_alg', 'outer_enc'],
    values: { by, outer_by: by },
  },
  inner_closed: { result: 'not_possible', section: 'RFC 7516 §5.2', evidence: ['by'], values: { by } },
  nested_too_deep: { result: 'not_possible', section: null, evidence: [] },
  nothing_signed: { result: 'not_possible', section: 'RFC 7519 §11.2', evidence: [] },
  token_not_encrypted: { result: 'not_possible', section: null, evidence: [] },
} as const satisfies CheckEntries
