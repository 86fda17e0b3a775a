/** What a JSON object becomes. Its names are its own members only: `constructor` is data or is not there. */
export type Members = Readonly<Record<string, unknown>>

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The own member of this name. */
export function memberNamed(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined
}
