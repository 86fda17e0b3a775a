import type { ReviewEntry } from './entry.ts'

export const rfc9700 = {
  metadata_not_read: {
    check: 'metadata',
    status: 'not_known',
    section: 'RFC 9700 §2.6',
    evidence: [],
    place: { kind: 'probe', probe: 'published' },
  },
} as const satisfies Readonly<Record<string, ReviewEntry>>
