import type { ApiBody, ApiPart } from '../../../../contract/api-call.ts'

export interface PostmanBody {
  /** Undefined where none is sent. */
  body: object | undefined
  /** What a header has to say of it; empty where Postman says it, null where no header may. */
  contentType: string | null
}

/** The types that Postman sends for what it calls the language of a raw body. */
const languages = new Map([
  ['text/plain', 'text'],
  ['application/xml', 'xml'],
  ['text/html', 'html'],
  ['application/javascript', 'javascript'],
])

export function postmanBody(body: ApiBody): PostmanBody {
  switch (body.kind) {
    case 'none':
      return { body: undefined, contentType: '' }
    case 'json':
      return { body: raw(body.text, 'json'), contentType: '' }
    case 'text': {
      const language = languages.get(body.contentType)
      const contentType = language === undefined ? body.contentType || null : ''
      return { body: raw(body.text, language ?? 'text'), contentType }
    }
    case 'form':
      return { body: { mode: 'urlencoded', urlencoded: body.fields.map(postmanRow) }, contentType: '' }
    case 'multipart':
      return { body: { mode: 'formdata', formdata: body.parts.map(partRow) }, contentType: '' }
    case 'file':
      return { body: { mode: 'file', file: { src: body.file.name } }, contentType: body.contentType }
  }
}

const raw = (text: string, language: string): object => ({ mode: 'raw', raw: text, options: { raw: { language } } })

const partRow = (part: ApiPart): object => ({
  key: part.name,
  type: part.kind,
  ...(part.kind === 'file' ? { src: part.file.name } : { value: part.value }),
  ...(part.contentType === '' ? {} : { contentType: part.contentType }),
  ...switched(part.enabled),
})

export interface PostmanRow {
  key: string
  /** Null has no "=" in a query. */
  value: string | null
  disabled?: true
}

/** A named value. */
export const postmanRow = (row: { name: string; value: string | null; enabled: boolean }): PostmanRow => ({
  key: row.name,
  value: row.value,
  ...switched(row.enabled),
})

/** What is sent says nothing of it. */
const switched = (enabled: boolean): { disabled?: true } => (enabled ? {} : { disabled: true })
