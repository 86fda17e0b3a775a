import type { JWK } from 'jose'

/** A member of a JWK that is a string, or null; what comes from a prototype is none. */
export function textMember(entry: unknown, name: string): string | null {
  const value = memberValue(entry, name)
  return typeof value === 'string' ? value : null
}

export function memberValue(entry: unknown, name: string): unknown {
  return hasMember(entry, name) ? Reflect.get(entry, name) : undefined
}

export function hasMember(entry: unknown, name: string): entry is object {
  return typeof entry === 'object' && entry !== null && Object.hasOwn(entry, name)
}

/** @see RFC 7518 §6.2.2, §6.3.2, §6.4.1, RFC 8037 §2 */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']

export function hasPrivatePart(entry: unknown): boolean {
  return privateMembers.some((name) => hasMember(entry, name))
}

/** What is left of a JWK without its private members; a key that signs is one that verifies. */
export function publicHalf(entry: object): object {
  const members = Object.entries(entry).filter(([name]) => !privateMembers.includes(name))
  const ops = memberValue(entry, 'key_ops')
  const signs = Array.isArray(ops) && ops.includes('sign')
  return Object.fromEntries(signs ? members.filter(([name]) => name !== 'key_ops') : members)
}

export function isJwk(entry: unknown): entry is JWK {
  return textMember(entry, 'kty') !== null
}
