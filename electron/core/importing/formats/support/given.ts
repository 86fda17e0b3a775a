import type { ImportPlace } from '../../../../contract/import-note.ts'
import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import { membersOf, textOf } from './values.ts'

/** An object of a file, with the place of what is in it. */
export interface Given {
  members: Members
  at: (...steps: readonly (string | number)[]) => ImportPlace
}

export const textNamed = (members: Members, name: string): string => textOf(memberNamed(members, name))

/** The object of this name; one without members where there is none. */
export const membersNamed = (members: Members, name: string): Members => membersOf(memberNamed(members, name))

/** The object of this name with its place. */
export const givenNamed = ({ members, at }: Given, name: string): Given => ({
  members: membersNamed(members, name),
  at: (...steps) => at(name, ...steps),
})

/** The objects of a list with their places. */
export const givensNamed = ({ members, at }: Given, name: string): Given[] =>
  entriesNamed(members, name).map(({ entry, index }) => ({
    members: entry,
    at: (...steps) => at(name, index, ...steps),
  }))

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
