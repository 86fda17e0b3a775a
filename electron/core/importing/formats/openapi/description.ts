import type { ParsedFile } from '../../drafts/import-file.ts'
import { isMembers, memberNamed } from '../../../json/json-members.ts'
import { gatherNotes, type Notes } from './notes.ts'
import { memberOf, type Part, scalarText } from './part.ts'
import { follower, type Follow } from './references.ts'

/** A description of an API. */
export interface Description {
  format: 'openapi' | 'swagger'
  /** As the file says it, such as `3.0.3`. */
  version: string
  root: Part
  follow: Follow
  notes: Notes
}

/** `files` are all of the import: references may lead into them. */
export function descriptionOf(file: ParsedFile, files: readonly ParsedFile[]): Description | null {
  const format = formatOf(file.value)
  if (format === null) return null
  const notes = gatherNotes()
  const root: Part = { value: file.value, file, path: [] }
  return { format, version: scalarText(memberOf(root, format)) ?? '', root, follow: follower(files, notes), notes }
}

/** YAML without quotes makes a number of `2.0` and `3.1`. */
export function formatOf(value: unknown): Description['format'] | null {
  if (!isMembers(value)) return null
  if (/^3(?:\.|$)/.test(String(memberNamed(value, 'openapi')))) return 'openapi'
  return /^2(?:\.0)?$/.test(String(memberNamed(value, 'swagger'))) ? 'swagger' : null
}

/** Whether a text that cannot be read was to be a description. */
export const looksLikeDescription = (text: string): boolean =>
  /^[ \t{]*["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?[23]\b/m.test(text.slice(0, 20_000))
