import type { ApiHeader } from '../../../../contract/api-call.ts'

/** Inherited fields that are read: more than a call can have are a mistake. */
const most = 1000

/** The header fields of a request, and those of what it is in whose names it does not set itself. */
export function withInherited(own: readonly ApiHeader[], inherited: readonly ApiHeader[]): ApiHeader[] {
  const set = new Set(own.filter(({ enabled }) => enabled).map(({ name }) => name.toLowerCase()))
  return [...own, ...inherited.slice(0, most).filter(({ name }) => !set.has(name.toLowerCase()))]
}
