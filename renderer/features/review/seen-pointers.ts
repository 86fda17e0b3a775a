import type { Pointer } from '../../../electron/contract/finding.ts'
import type { Seen } from '../../../electron/contract/review.ts'

/** Where what was seen is marked in its exchange; empty where nothing of it can be. */
export function seenPointers({ kind, name }: Pick<Seen, 'kind' | 'name'>): Pointer[] {
  switch (kind) {
    case 'member':
      return [{ kind: 'response_member', name }]
    case 'claim':
      // Of several claims, such as `exp - iat`.
      return name.split(' - ').map((claim) => ({ kind: 'claim', name: claim }))
    case 'header':
      return [{ kind: 'response_header', name }]
    case 'status':
      return [{ kind: 'response_status' }]
    case 'parameter':
      return [{ kind: 'request_parameter', name }]
    default:
      return []
  }
}

/** The tab of an exchange that shows it; of a claim that of the answer, which issued the token. */
export const seenTab = ({ kind }: Pick<Seen, 'kind'>): 'request' | 'response' | 'tls' =>
  kind === 'tls' ? 'tls' : kind === 'parameter' ? 'request' : 'response'
