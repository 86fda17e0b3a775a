import { isMembers, type Members, memberNamed } from '../../json/json-members.ts'

/** A text, number or boolean of a file as text; empty for anything else. */
export function textGiven(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

export const textNamed = (members: Members, name: string): string => textGiven(memberNamed(members, name))

const none: Members = {}

/** The object of this name; one without members where there is none. */
export function membersNamed(members: Members, name: string): Members {
  const value = memberNamed(members, name)
  return isMembers(value) ? value : none
}

/** The objects of a list with their places in it; what is no object is passed over. */
export function entriesNamed(members: Members, name: string): { entry: Members; index: number }[] {
  const value = memberNamed(members, name)
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown, index) => (isMembers(entry) ? [{ entry, index }] : []))
}

/** Whether it is switched on or off, as a boolean or as its name; null where it says neither. */
export function switchNamed(members: Members, name: string): boolean | null {
  const text = textNamed(members, name)
  if (text === 'true') return true
  return text === 'false' ? false : null
}
