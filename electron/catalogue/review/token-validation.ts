import type { ReviewEntry } from './entry.ts'

export const tokenValidation = {
  introspection_not_probed: {
    check: 'introspection_protected',
    status: 'not_known',
    section: 'RFC 7662 §2.1',
    evidence: [],
    place: { kind: 'probe', probe: 'introspection_open' },
  },
} as const satisfies Readonly<Record<string, ReviewEntry>>
