import { stripComments } from 'jsonc-parser'
import type { ApiBody, ApiFile, ApiHeader, ApiPart } from '../../../../contract/api-call.ts'
import { bodyOfText, type BodyWithHeaders, withKind } from '../support/body-of-text.ts'
import { type Given, givenNamed, givensNamed, switchNamed, textNamed } from '../support/given.ts'
import { graphqlText } from '../support/graphql-text.ts'
import type { Reader } from '../support/reader.ts'
import { fileNameOf } from '../support/values.ts'

/** The body of a request by its `bodyType`, with the headers that go along. */
export function bodyOf(model: Given, headers: readonly ApiHeader[], reader: Reader, call: string): BodyWithHeaders {
  const type = textNamed(model.members, 'bodyType').trim()
  const body = givenNamed(model, 'body')
  const text = (member: string): string => reader.text(body, member, call)
  switch (type) {
    case '':
      return withKind({ kind: 'none' }, headers)
    case 'binary':
      return withKind(fileBody(body, headers, reader, call), headers)
    case 'graphql':
      return bodyOfText(
        graphqlText(text('query'), withoutComments(text('variables')), text('operationName')),
        headers,
        'application/json',
      )
    case 'application/x-www-form-urlencoded':
      return withKind(formBody(body, reader, call), headers)
    case 'multipart/form-data':
      return withKind({ kind: 'multipart', parts: partsOf(body, reader, call) }, headers)
    default: {
      const hasComments = type === 'application/json' && switchNamed(body.members, 'sendJsonComments') !== true
      return bodyOfText(
        hasComments ? withoutComments(text('text')) : text('text'),
        headers,
        type.includes('/') ? type : '',
      )
    }
  }
}

/** Yaak takes comments out of JSON before it sends it. */
const withoutComments = (text: string): string => (/\/[/*]/.test(text) ? stripComments(text) : text)

const formBody = (body: Given, reader: Reader, call: string): ApiBody => ({
  kind: 'form',
  fields: givensNamed(body, 'form').map((field) => fieldOf(field, reader, call)),
})

function fieldOf(given: Given, reader: Reader, call: string) {
  return {
    name: reader.text(given, 'name', call),
    value: reader.text(given, 'value', call),
    enabled: switchNamed(given.members, 'enabled') !== false,
  }
}

const partsOf = (body: Given, reader: Reader, call: string): ApiPart[] =>
  givensNamed(body, 'form').map((part): ApiPart => {
    const { name, value, enabled } = fieldOf(part, reader, call)
    const contentType = textNamed(part.members, 'contentType')
    const path = textNamed(part.members, 'file')
    if (path === '') return { kind: 'text', name, value, contentType, enabled }
    const file = fileOf(textNamed(part.members, 'filename') || path, part.at('file'), reader, call)
    return { kind: 'file', name, file, contentType, enabled }
  })

function fileBody(body: Given, headers: readonly ApiHeader[], reader: Reader, call: string): ApiBody {
  const path = textNamed(body.members, 'filePath')
  if (path === '') return { kind: 'none' }
  const type = headers.find(({ name, enabled }) => enabled && /^content-type$/i.test(name))?.value ?? ''
  return { kind: 'file', file: fileOf(path, body.at('filePath'), reader, call), contentType: type }
}

/** Only the name of a file is taken. */
function fileOf(path: string, place: ReturnType<Given['at']>, reader: Reader, call: string): ApiFile {
  const name = fileNameOf(path)
  reader.note({ code: 'file_not_read', evidence: { name } }, place, call)
  return { path: '', name }
}
