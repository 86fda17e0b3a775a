import type { ApiBody, ApiFile, ApiPart } from '../../../../contract/api-call.ts'
import { memberNamed, type Members } from '../../../json/json-members.ts'
import { entriesNamed, membersNamed, switchNamed, textGiven, textNamed } from '../given.ts'
import type { Reader } from '../reader.ts'
import type { Given, Item } from './workspace.ts'

/** The body by its MIME type; before version 3 it is a text. */
export function bodyOf({ members, at, resolvesBody, name: call }: Item, reader: Reader): ApiBody {
  const given = memberNamed(members, 'body')
  const read = (value: unknown, ...steps: readonly (string | number)[]): string =>
    resolvesBody ? reader.text(value, at('body', ...steps), call) : textGiven(value)
  if (typeof given === 'string') return textBody(read(given), '')
  const body = membersNamed(members, 'body')
  const type = textNamed(body, 'mimeType').trim()
  const essence = type.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const fileName = textNamed(body, 'fileName')
  const parameters = entriesNamed(body, 'params')
  if (essence === 'application/x-www-form-urlencoded' && parameters.length > 0)
    return {
      kind: 'form',
      fields: parameters.map(({ entry, index }) => ({
        name: read(memberNamed(entry, 'name'), 'params', index, 'name'),
        value: read(memberNamed(entry, 'value'), 'params', index, 'value'),
        enabled: switchNamed(entry, 'disabled') !== true,
      })),
    }
  if (essence === 'multipart/form-data') {
    const part = (entry: Members, index: number): ApiPart => {
      const place: Given = { members: entry, at: (...steps) => at('body', 'params', index, ...steps) }
      return partOf(place, (value, step) => read(value, 'params', index, step), reader, call)
    }
    return { kind: 'multipart', parts: parameters.map(({ entry, index }) => part(entry, index)) }
  }
  const text = textNamed(body, 'text')
  if (fileName !== '' && text === '')
    return {
      kind: 'file',
      file: fileOf(fileName, { members: body, at: (...steps) => at('body', ...steps) }, reader, call),
      contentType: type,
    }
  if (text === '') return { kind: 'none' }
  /** GraphQL is kept as the JSON that is sent. */
  return textBody(read(text, 'text'), essence === 'application/graphql' ? 'application/json' : type)
}

const textBody = (text: string, contentType: string): ApiBody => {
  if (text === '') return { kind: 'none' }
  return contentType.toLowerCase() === 'application/json' ? { kind: 'json', text } : { kind: 'text', text, contentType }
}

function partOf(
  { members, at }: Given,
  read: (value: unknown, step: string) => string,
  reader: Reader,
  call: string,
): ApiPart {
  const name = read(memberNamed(members, 'name'), 'name')
  const enabled = switchNamed(members, 'disabled') !== true
  const fileName = textNamed(members, 'fileName')
  if (textNamed(members, 'type') === 'file')
    return { kind: 'file', name, file: fileOf(fileName, { members, at }, reader, call), contentType: '', enabled }
  const multiline = memberNamed(members, 'multiline')
  const contentType = typeof multiline === 'string' && multiline.includes('/') ? multiline : ''
  return { kind: 'text', name, value: read(memberNamed(members, 'value'), 'value'), contentType, enabled }
}

/** Only the name of a file is taken. */
function fileOf(path: string, { at }: Given, reader: Reader, call: string): ApiFile {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  if (name !== '') reader.note({ code: 'file_not_read', evidence: { name } }, at('fileName'), call)
  return { path: '', name }
}
