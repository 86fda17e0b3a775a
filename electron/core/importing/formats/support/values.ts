import { isMembers, type Members } from '../../../json/json-members.ts'

/** A text, or a number or truth value as text; empty for everything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const membersOf = (value: unknown): Members => (isMembers(value) ? value : {})

/** A text as it is, every other value as JSON; empty for null and for what is nested too deep to be written. */
export function textOrJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value)
  try {
    return JSON.stringify(value)
  } catch {
    return ''
  }
}

/** The last part of a path of any system. */
export const fileNameOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** What a file is called without its folders and its ending, `.postman_environment.json` included. */
export function titleOf(path: string): string {
  const name = fileNameOf(path)
  const dot = name.indexOf('.', 1)
  const end = /\.postman_\w+\.json$/i.exec(name)?.index ?? (name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : dot)
  return end > 0 ? name.slice(0, end) : name
}
