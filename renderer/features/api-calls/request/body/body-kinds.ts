import type { ApiBody } from '../../../../../electron/contract/api-call.ts'

export const bodyKinds = ['none', 'json', 'text', 'form', 'multipart', 'file'] as const

export const bodyKindTitles: Readonly<Record<ApiBody['kind'], string>> = {
  none: 'None',
  json: 'JSON',
  text: 'Text',
  form: 'Form',
  multipart: 'Multipart',
  file: 'File',
}

/** The body as another kind: what both can hold goes along. */
export function bodyOfKind(kind: ApiBody['kind'], before: ApiBody): ApiBody {
  const text = 'text' in before ? before.text : ''
  const file = before.kind === 'file' ? before.file : { path: '', name: '' }
  switch (kind) {
    case 'none':
      return { kind }
    case 'json':
      return { kind, text }
    case 'text':
      return { kind, text, contentType: before.kind === 'json' ? 'application/json' : 'text/plain' }
    case 'form':
      return { kind, fields: before.kind === 'multipart' ? before.parts.flatMap(fieldOfPart) : [] }
    case 'multipart':
      return {
        kind,
        parts:
          before.kind === 'form' ? before.fields.map((field) => ({ kind: 'text', ...field, contentType: '' })) : [],
      }
    case 'file':
      return { kind, file, contentType: 'application/octet-stream' }
  }
}

type Multipart = Extract<ApiBody, { kind: 'multipart' }>

const fieldOfPart = (part: Multipart['parts'][number]) =>
  part.kind === 'text' ? [{ name: part.name, value: part.value, enabled: part.enabled }] : []
