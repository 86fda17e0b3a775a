import type { ReviewEntry } from './entry.ts'

export const networkSecurity = {
  address_not_said: {
    check: 'ip_allow_list',
    status: 'not_known',
    section: null,
    evidence: [],
    place: { kind: 'tab', tab: 'token' },
  },
} as const satisfies Readonly<Record<string, ReviewEntry>>
