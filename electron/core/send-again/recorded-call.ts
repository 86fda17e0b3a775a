import { newApiRequest } from '../../catalogue/new-api-request.ts'
import { contentTypeIn, mimeOf } from '../../common/content-type.ts'
import { splitUrl } from '../../common/query-rows.ts'
import { type ApiBody, type ApiRequest, apiRequestSchema } from '../../contract/api-call.ts'
import type { Exchange, ExchangeRequest } from '../../contract/exchange.ts'
import type { MissingPart } from '../../contract/send-again.ts'
import { createUnmasking, type Unmasking } from './unmasking.ts'

export interface RecordedCall {
  request: ApiRequest
  missing: readonly MissingPart[]
}

/** What the app or the transport adds to a call by itself. */
const added = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'proxy-authorization',
  'accept-encoding',
  'dpop',
])

/** A request that was recorded as a call to be sent again; null where it cannot be one. */
export function recordedCall({ request }: Pick<Exchange, 'request'>): RecordedCall | null {
  const unmasking = createUnmasking()
  const { url, query } = splitUrl(request.url)
  const body = bodyOf(request, unmasking)
  const call = {
    ...newApiRequest,
    method: request.method,
    url: unmasking.text(url, 'url', ''),
    query: query.map(({ name, value, enabled }) => ({
      name,
      value: value === null ? null : unmasking.text(value, 'query', name),
      enabled,
    })),
    headers: request.headers
      .filter(([name, value]) => !isAdded(name, value, body))
      .map(([name, value]) => ({ name, value: unmasking.text(value, 'header', name), enabled: true })),
    body,
    authorization: request.headers.some(([name, value]) => isToken(name, value)) ? 'environment' : 'none',
  }
  const read = apiRequestSchema.safeParse(call)
  return read.success ? { request: read.data, missing: unmasking.missing() } : null
}

const isToken = (name: string, value: string): boolean =>
  name.toLowerCase() === 'authorization' && /^(?:bearer|dpop) /i.test(value)

function isAdded(name: string, value: string, body: ApiBody): boolean {
  const key = name.toLowerCase()
  if (added.has(key) || isToken(name, value)) return true
  if (key === 'user-agent') return value.startsWith('client-credentials-explorer/')
  if (key === 'accept') return value === '*/*'
  return key === 'content-type' && body.kind !== 'none'
}

function bodyOf({ headers, body }: ExchangeRequest, unmasking: Unmasking): ApiBody {
  if (body === null || (body.text === '' && body.decodedBytes === 0)) return { kind: 'none' }
  if (body.encoding === 'base64' || body.isHead === true || body.truncated) {
    unmasking.missesBody()
    return { kind: 'none' }
  }
  const contentType = contentTypeIn(headers)
  if (mimeOf(contentType) === 'application/x-www-form-urlencoded')
    return { kind: 'form', fields: fieldsOf(body.text, unmasking) }
  const text = unmasking.text(body.text, 'body', '')
  return contentType === 'application/json' ? { kind: 'json', text } : { kind: 'text', text, contentType }
}

const fieldsOf = (text: string, unmasking: Unmasking) =>
  [...new URLSearchParams(text)].map(([name, value]) => ({
    name,
    value: unmasking.text(value, 'body', name),
    enabled: true,
  }))
