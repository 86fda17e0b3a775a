import type { ApiFile, ApiHeader, ApiPart } from '../../../../contract/api-call.ts'
import { mimeOf } from '../../../../common/content-type.ts'
import { memberNamed } from '../../../json/json-members.ts'
import { bodyOfText, type BodyWithHeaders, withKind } from '../support/body-of-text.ts'
import { type Given, givenNamed, givensNamed, switchNamed, textNamed } from '../support/given.ts'
import type { Reader } from '../support/reader.ts'
import { fileNameOf, textOf } from '../support/values.ts'
import type { Item } from './workspace.ts'

/** The body by its MIME type, with the headers that go along; before version 3 it is a text. */
export function bodyOf(item: Item, headers: readonly ApiHeader[], reader: Reader): BodyWithHeaders {
  const { name: call, resolvesBody } = item
  const read: Read = (given, name) =>
    resolvesBody ? reader.text(given, name, call) : textOf(memberNamed(given.members, name))
  if (typeof memberNamed(item.members, 'body') === 'string') return bodyOfText(read(item, 'body'), headers, '')
  const body = givenNamed(item, 'body')
  const type = textNamed(body.members, 'mimeType').trim()
  const mime = mimeOf(type)
  const parameters = givensNamed(body, 'params')
  if (mime === 'application/x-www-form-urlencoded' && parameters.length > 0)
    return withKind({ kind: 'form', fields: parameters.map((field) => fieldOf(field, read)) }, headers)
  if (mime === 'multipart/form-data')
    return withKind({ kind: 'multipart', parts: parameters.map((part) => partOf(part, read, reader, call)) }, headers)
  if (textNamed(body.members, 'fileName') !== '' && textNamed(body.members, 'text') === '')
    return withKind({ kind: 'file', file: fileOf(body, reader, call), contentType: type }, headers)
  /** GraphQL is kept as the JSON that is sent. */
  return bodyOfText(read(body, 'text'), headers, mime === 'application/graphql' ? 'application/json' : type)
}

type Read = (given: Given, name: string) => string

const fieldOf = (given: Given, read: Read) => ({
  name: read(given, 'name'),
  value: read(given, 'value'),
  enabled: switchNamed(given.members, 'disabled') !== true,
})

function partOf(given: Given, read: Read, reader: Reader, call: string): ApiPart {
  const { name, value, enabled } = fieldOf(given, read)
  if (textNamed(given.members, 'type') === 'file')
    return { kind: 'file', name, file: fileOf(given, reader, call), contentType: '', enabled }
  const multiline = textNamed(given.members, 'multiline')
  return { kind: 'text', name, value, contentType: multiline.includes('/') ? multiline : '', enabled }
}

/** Only the name of a file is taken. */
function fileOf({ members, at }: Given, reader: Reader, call: string): ApiFile {
  const name = fileNameOf(textNamed(members, 'fileName'))
  if (name !== '') reader.note({ code: 'file_not_read', evidence: { name } }, at('fileName'), call)
  return { path: '', name }
}
