import type { ReviewEntry } from './entry.ts'

export const errorsAndLogging = {
  rate_limit_not_seen: {
    check: 'rate_limit',
    status: 'not_known',
    section: 'RFC 6749 §2.3.1',
    evidence: [],
    place: { kind: 'probe', probe: 'rate_limit' },
  },
} as const satisfies Readonly<Record<string, ReviewEntry>>
