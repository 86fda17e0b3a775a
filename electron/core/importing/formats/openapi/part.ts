import type { ImportPlace } from '../../../../contract/import-note.ts'
import { isMembers, memberNamed } from '../../../json/json-members.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'

/** A value of a description, with the place that it has. */
export interface Part {
  value: unknown
  file: ParsedFile
  path: readonly (string | number)[]
}

/** Own members only; one that is not there is undefined. */
export const memberOf = ({ value, file, path }: Part, name: string): Part => ({
  value: isMembers(value) ? memberNamed(value, name) : undefined,
  file,
  path: [...path, name],
})

/** The members of an object, by name; none of anything else. */
export const membersOf = (part: Part): [name: string, Part][] =>
  isMembers(part.value)
    ? Object.entries(part.value).map(([name, value]) => [name, { value, file: part.file, path: [...part.path, name] }])
    : []

export const itemsOf = ({ value, file, path }: Part, most = Infinity): Part[] =>
  Array.isArray(value)
    ? value.slice(0, most).map((item: unknown, index) => ({ value: item, file, path: [...path, index] }))
    : []

/** A text member; empty for everything else. */
export const textAt = (part: Part, name: string): string => {
  const { value } = memberOf(part, name)
  return typeof value === 'string' ? value : ''
}

/** Of a list, its texts. */
export const textsAt = (part: Part, name: string): string[] => {
  const { value } = memberOf(part, name)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export const isTrue = (part: Part, name: string): boolean => memberOf(part, name).value === true

/** A text, number or boolean as it is written; null for anything else. */
export function scalarText({ value, file, path }: Part): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') {
    // Most numbers of JSON are written as they are printed.
    const isPlain = file.syntax === 'json' && Number.isSafeInteger(value)
    return isPlain ? String(value) : (file.numberAt(path) ?? String(value))
  }
  return typeof value === 'boolean' ? String(value) : null
}

export const placeOf = ({ file, path }: Part): ImportPlace => file.at(...path)
