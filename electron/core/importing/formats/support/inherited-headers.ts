import type { ApiHeader } from '../../../../contract/api-call.ts'
import type { DraftAuthorization } from '../../drafts/import-draft.ts'

/** The header fields of a request, and those of what it is in whose names it does not set itself. */
export function withInherited(own: readonly ApiHeader[], inherited: readonly ApiHeader[]): ApiHeader[] {
  const set = new Set(own.filter(({ enabled }) => enabled).map(({ name }) => name.toLowerCase()))
  return [...own, ...inherited.filter(({ name }) => !set.has(name.toLowerCase()))]
}

/** None, unless a header field says something. */
export const unlessTyped = (authorization: DraftAuthorization, headers: readonly ApiHeader[]): DraftAuthorization =>
  authorization.kind === 'none' && headers.some(({ name, enabled }) => enabled && /^authorization$/i.test(name))
    ? { kind: 'unsaid' }
    : authorization
