import type { ApiBody } from '../../../../contract/api-call.ts'
import { graphqlText } from '../support/graphql-text.ts'
import { fileNameOf } from '../support/values.ts'
import { bodyByType, headerOf } from '../requests/written-request.ts'
import { multipartOf } from './http-multipart.ts'
import type { Line } from './http-blocks.ts'

export interface HttpBody {
  body: ApiBody
  /** Files that are named and not read. */
  files: { name: string; line: number }[]
}

/** `< path`, `<@ path`, `<@latin1 path`: the contents of a file. */
const ofFile = (text: string): string | null => /^<(?:@\w*)?\s+(\S.*)$/.exec(text.trim())?.[1] ?? null

/** The body of a request, whose lines are those behind the empty one. */
export function httpBody(
  lines: readonly Line[],
  headers: readonly (readonly [string, string])[],
  isGraphql: boolean,
): HttpBody {
  const type = headerOf(headers, 'content-type')
  const written = trimmedLines(lines)
  const files = written.flatMap(({ text, number }) => {
    const name = ofFile(text)
    return name === null ? [] : [{ name, line: number }]
  })
  if (/^multipart\/form-data/i.test(type)) return { body: multipartOf(written, type, ofFile), files }
  const [file] = files
  if (file !== undefined && written.length === files.length)
    return { body: { kind: 'file', file: { path: '', name: fileNameOf(file.name) }, contentType: type }, files }
  const texts = written.filter(({ text }) => ofFile(text) === null).map(({ text }) => text)
  if (isGraphql) return { body: graphqlBody(texts), files }
  // A form may be written over several lines.
  const isForm = /^application\/x-www-form-urlencoded/i.test(type)
  const text = isForm ? texts.map((line) => line.trim()).join('') : texts.join('\n')
  return { body: bodyByType(text, isForm ? 'application/x-www-form-urlencoded' : type), files }
}

/** Without empty lines before and behind, and without comments that follow the body. */
function trimmedLines(lines: readonly Line[]): readonly Line[] {
  let from = 0
  let to = lines.length
  while (from < to && lines[from]?.text.trim() === '') from++
  while (to > from && /^\s*$|^(?:#|\/\/)\s/.test(lines[to - 1]?.text ?? '')) to--
  return lines.slice(from, to)
}

/** A query, and its variables behind an empty line. @see https://graphql.org/learn/serving-over-http */
function graphqlBody(lines: readonly string[]): ApiBody {
  const empty = lines.findIndex(
    (line, index) => line.trim() === '' && (lines[index + 1]?.trimStart().startsWith('{') ?? false),
  )
  const [query, variables] = empty < 0 ? [lines, []] : [lines.slice(0, empty), lines.slice(empty + 1)]
  return { kind: 'json', text: graphqlText(query.join('\n').trim(), variables.join('\n')) }
}
