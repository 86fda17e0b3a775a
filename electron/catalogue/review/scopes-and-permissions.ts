import type { ReviewEntry } from './entry.ts'

export const scopesAndPermissions = {
  scope_check_not_probed: {
    check: 'missing_scope',
    status: 'not_known',
    section: 'RFC 6750 §3.1',
    evidence: [],
    place: { kind: 'probe', probe: 'missing_scope' },
  },
} as const satisfies Readonly<Record<string, ReviewEntry>>
