import type { ApiHeader } from '../../../../contract/api-call.ts'
import { textOrJson } from '../support/values.ts'
import { rowsOf } from './postman-values.ts'

/** A list of rows or of lines, or a text with a line for each. */
export function readHeaders(value: unknown): ApiHeader[] {
  if (typeof value === 'string') return value.split(/\r?\n/).flatMap(headerOfLine)
  if (!Array.isArray(value)) return []
  return value.flatMap((row: unknown) =>
    typeof row === 'string'
      ? headerOfLine(row)
      : rowsOf([row]).flatMap(({ key, value: text, enabled }) =>
          key.trim() === '' ? [] : [{ name: key.trim(), value: textOrJson(text), enabled }],
        ),
  )
}

/** Postman writes `//` before a line that is switched off. */
function headerOfLine(line: string): ApiHeader[] {
  const enabled = !line.trimStart().startsWith('//')
  const text = enabled ? line : line.trimStart().slice(2)
  const colon = text.indexOf(':')
  const name = text.slice(0, Math.max(colon, 0)).trim()
  return name === '' ? [] : [{ name, value: text.slice(colon + 1).trim(), enabled }]
}
