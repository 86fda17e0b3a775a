import type { ApiBody, ApiHeader, ApiPart } from '../../../../contract/api-call.ts'
import type { ImportFact } from '../../../../contract/import-note.ts'
import { decodeForm } from '../../../../common/client-settings/encodings.ts'
import { mimeOf } from '../../../../common/content-type.ts'
import { queryRows } from '../../../../common/query-rows.ts'
import { type Members, memberNamed } from '../../../json/json-members.ts'
import { type BodyWithHeaders, bodyOfText, withKind } from '../support/body-of-text.ts'
import { listOf, membersOf, textOf } from '../support/values.ts'
import { type HoppRow, hoppRows, hoppText } from './hoppscotch-values.ts'

interface ReadBody extends BodyWithHeaders {
  facts: readonly ImportFact[]
}

/** `{ contentType, body }`; in version 0 both are of the request itself, with JSON in `rawParams`. */
export function readHoppBody(request: Members, headers: readonly ApiHeader[]): ReadBody {
  const given = memberNamed(request, 'body')
  const body = typeof given === 'string' ? request : membersOf(given)
  const type = textOf(memberNamed(body, 'contentType'))
  const content = memberNamed(body, 'body')
  const text = hoppText(content) || hoppText(memberNamed(body, 'rawParams'))
  switch (mimeOf(type)) {
    case '':
      return { ...bodyOfText(text, headers, ''), facts: [] }
    case 'multipart/form-data':
      return { ...withKind(multipartOf(content), headers), facts: filesOf(content) }
    case 'application/x-www-form-urlencoded':
      return { ...withKind(formOf(text), headers), facts: [] }
    case 'application/octet-stream':
    case 'binary':
      return text === ''
        ? { body: { kind: 'none' }, headers, facts: [{ code: 'not_used', evidence: { name: type.slice(0, 100) } }] }
        : { ...bodyOfText(text, headers, 'application/octet-stream'), facts: [] }
    default:
      return { ...bodyOfText(text, headers, type), facts: [] }
  }
}

/** What a file holds, and mostly its name, is not exported. */
function multipartOf(value: unknown): ApiBody {
  const parts = hoppRows(value)
    .filter(({ key }) => key !== '')
    .map(partOf)
  return parts.length === 0 ? { kind: 'none' } : { kind: 'multipart', parts }
}

const isFile = ({ members }: HoppRow): boolean => memberNamed(members, 'isFile') === true

function partOf(row: HoppRow): ApiPart {
  const { key: name, value, enabled, members } = row
  const contentType = textOf(memberNamed(members, 'contentType'))
  return isFile(row)
    ? { kind: 'file', name, file: { path: '', name: nameOfFile(row) }, contentType, enabled }
    : { kind: 'text', name, value, contentType, enabled }
}

const nameOfFile = ({ members }: HoppRow): string =>
  textOf(memberNamed(membersOf(listOf(memberNamed(members, 'value'))[0]), 'name'))

const filesOf = (value: unknown): ImportFact[] =>
  hoppRows(value)
    .filter(isFile)
    .map((row) => ({ code: 'file_not_read', evidence: { name: (nameOfFile(row) || row.key).slice(0, 300) } }))

/** Lines `name: value`, with `#` before those that are off; or, from other tools, `a=1&b=2`. */
function formOf(text: string): ApiBody {
  const isEncoded = !/[\n:]/.test(text) && text.includes('=')
  const fields = isEncoded
    ? queryRows(text).map((row) => ({ name: decodeForm(row.name), value: decodeForm(row.value ?? ''), enabled: true }))
    : text.split('\n').flatMap(fieldOfLine)
  return fields.length === 0 ? { kind: 'none' } : { kind: 'form', fields }
}

function fieldOfLine(line: string) {
  const enabled = !line.trimStart().startsWith('#')
  const text = (enabled ? line : line.trimStart().slice(1)).trim()
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(text)?.[0]
  const colon = text.indexOf(':', quoted?.length ?? 0)
  const name = unquoted(quoted ?? (colon < 0 ? text : text.slice(0, colon)).trim())
  return name === '' ? [] : [{ name, value: colon < 0 ? '' : unquoted(text.slice(colon + 1).trim()), enabled }]
}

/** A text in double quotes is one of JSON. */
function unquoted(text: string): string {
  if (!/^".*"$/.test(text)) return text
  try {
    return textOf(JSON.parse(text))
  } catch {
    return text
  }
}
