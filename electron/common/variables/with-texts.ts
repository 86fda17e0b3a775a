import type { ApiBody, ApiHeader, ApiPart, ApiRequest, QueryParameter } from '../../contract/api-call.ts'

/** Writes a text of a request differently; `field` is its path, such as `query.0.value`. */
type Write = (text: string, field: string) => string

/**
 * The request with each text written differently that may hold a variable and is sent: no row that is off, no body that
 * the method does not send, no path of a file.
 */
export function withTexts(request: ApiRequest, write: Write): ApiRequest {
  const { method, url, query, headers, body } = request
  const isBodySent = method !== 'GET' && method !== 'HEAD'
  return {
    ...request,
    url: write(url, 'url'),
    query: query.map((row, index) => parameterWithTexts(row, `query.${index}`, write)),
    headers: headers.map((row, index) => headerWithTexts(row, `headers.${index}`, write)),
    body: isBodySent ? bodyWithTexts(body, write) : body,
  }
}

function parameterWithTexts(row: QueryParameter, at: string, write: Write): QueryParameter {
  if (!row.enabled) return row
  const value = row.value === null ? null : write(row.value, `${at}.value`)
  return { ...row, name: write(row.name, `${at}.name`), value }
}

function headerWithTexts(row: ApiHeader, at: string, write: Write): ApiHeader {
  return row.enabled ? { ...row, value: write(row.value, `${at}.value`) } : row
}

type FormField = Extract<ApiBody, { kind: 'form' }>['fields'][number]

function fieldWithTexts(field: FormField, at: string, write: Write): FormField {
  if (!field.enabled) return field
  return { ...field, name: write(field.name, `${at}.name`), value: write(field.value, `${at}.value`) }
}

function bodyWithTexts(body: ApiBody, write: Write): ApiBody {
  switch (body.kind) {
    case 'none':
      return body
    case 'json':
      return { ...body, text: write(body.text, 'body.text') }
    case 'text':
      return {
        ...body,
        text: write(body.text, 'body.text'),
        contentType: write(body.contentType, 'body.contentType'),
      }
    case 'form':
      return {
        ...body,
        fields: body.fields.map((field, index) => fieldWithTexts(field, `body.fields.${index}`, write)),
      }
    case 'multipart':
      return { ...body, parts: body.parts.map((part, index) => partWithTexts(part, `body.parts.${index}`, write)) }
    case 'file':
      return { ...body, contentType: write(body.contentType, 'body.contentType') }
  }
}

function partWithTexts(part: ApiPart, at: string, write: Write): ApiPart {
  if (!part.enabled) return part
  const name = write(part.name, `${at}.name`)
  const contentType = write(part.contentType, `${at}.contentType`)
  return part.kind === 'text'
    ? { ...part, name, contentType, value: write(part.value, `${at}.value`) }
    : { ...part, name, contentType }
}
