import { field, type ReviewEntry } from './entry.ts'

export const credentialStorage = {
  access_not_visible: {
    check: 'credential_access',
    status: 'not_known',
    section: null,
    evidence: [],
    place: field('client_secret'),
  },
} as const satisfies Readonly<Record<string, ReviewEntry>>
