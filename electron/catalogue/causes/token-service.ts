import type { FindingEntry } from '../findings/entry.ts'
import { answered, common, field } from './entry.ts'

/** About endpoints that are asked about a token. */
export const tokenServiceCauses = {
  introspection_wrong_credentials: {
    ...common,
    section: 'RFC 7662 §2.1',
    optional: [...answered, 'method', 'client_id', 'why'],
    pointers: [field('introspection')],
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
