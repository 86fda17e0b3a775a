import type { ApiBody, ApiPart } from '../../../../contract/api-call.ts'
import type { ImportFact } from '../../../../contract/import-note.ts'
import { mimeOf } from '../../../../common/content-type.ts'
import type { Members } from '../../../json/json-members.ts'
import { entriesNamed, textNamed } from '../support/given.ts'
import { bodyByType, headerOf } from '../requests/written-request.ts'
import { fileNameOf } from '../support/values.ts'

interface ReadBody {
  body: ApiBody
  facts: readonly ImportFact[]
}

/** `{ mimeType, text, params, encoding }`: a form of several parts is its list, every other body its text where it has one. */
export function readHarBody(postData: Members, headers: readonly (readonly [string, string])[]): ReadBody {
  const type = textNamed(postData, 'mimeType') || headerOf(headers, 'content-type')
  const params = entriesNamed(postData, 'params').map(({ entry }) => entry)
  if (mimeOf(type) === 'multipart/form-data' && params.length > 0) return multipartOf(params)
  const text = plainText(postData)
  if (text === null)
    return { body: { kind: 'none' }, facts: [{ code: 'not_used', evidence: { name: 'postData.text' } }] }
  if (text !== '' || params.length === 0) return { body: bodyByType(text, type), facts: [] }
  const fields = params.map((param) => ({
    name: textNamed(param, 'name'),
    value: textNamed(param, 'value'),
    enabled: true,
  }))
  return { body: { kind: 'form', fields }, facts: [] }
}

/** Null for bytes that are no text. HAR 1.3 has `encoding`, Chromium `_encoding`. */
function plainText(postData: Members): string | null {
  const text = textNamed(postData, 'text')
  const encoding = textNamed(postData, 'encoding') || textNamed(postData, '_encoding')
  if (encoding !== 'base64') return text
  const bytes = Buffer.from(text, 'base64')
  const decoded = bytes.toString('utf8')
  return Buffer.from(decoded).equals(bytes) ? decoded : null
}

function multipartOf(params: readonly Members[]): ReadBody {
  const parts = params.map((param): ApiPart => {
    const [name, contentType] = [textNamed(param, 'name'), textNamed(param, 'contentType')]
    const file = fileNameOf(textNamed(param, 'fileName'))
    return file === ''
      ? { kind: 'text', name, value: textNamed(param, 'value'), contentType, enabled: true }
      : { kind: 'file', name, file: { path: '', name: file }, contentType, enabled: true }
  })
  const facts = parts.flatMap((part): ImportFact[] =>
    part.kind === 'file' ? [{ code: 'file_not_read', evidence: { name: part.file.name.slice(0, 300) } }] : [],
  )
  return { body: { kind: 'multipart', parts }, facts }
}
