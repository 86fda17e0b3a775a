import { encodeForm } from '../../../common/client-settings/encodings.ts'
import { formParameters, jsonParameters, type Parameter } from '../../../common/client-settings/request-parameters.ts'
import type { SentRequest } from '../../../common/client-settings/sent-request.ts'
import { urlText } from '../../../common/query-rows.ts'
import type { ApiBody } from '../../../contract/api-call.ts'
import { basicPair, pairOf } from './basic.ts'
import type { DraftCall } from './import-draft.ts'
import { variablePattern } from '../../../vocabulary/variables.ts'

/** Variables between these are no placeholders to the readers of requests: characters that no text has. */
const [open, close] = ['\uE0F0', '\uE0F1']

/** As `{{name}}` is written for the readers of requests, and back. */
export const hidden = (text: string): string => text.replaceAll(variablePattern, `${open}$1${close}`)
export const shown = (text: string): string => text.replaceAll(open, '{{').replaceAll(close, '}}')
export const hasHidden = (text: string): boolean => text.includes(open)

/** The call as it would be sent, with its variables hidden. */
export function sentRequest(call: DraftCall): SentRequest {
  const headers = call.headers.filter(({ enabled }) => enabled)
  const { authorization } = call
  const basic = authorization.kind === 'basic' ? pairOf(authorization) : basicPair(headers)
  return {
    url: hidden(urlText({ url: call.url, query: call.query })),
    headers: headers
      .filter(({ name }) => basic === null || name.toLowerCase() !== 'authorization')
      .map(({ name, value }) => [name, hidden(value)] as const),
    body: bodyText(call.body),
    basic: basic === null ? null : hidden(basic),
  }
}

function bodyText(body: ApiBody): string {
  switch (body.kind) {
    case 'json':
    case 'text':
      return hidden(body.text.trim())
    case 'form':
      return formText(body.fields)
    case 'multipart':
      return formText(body.parts.flatMap((part) => (part.kind === 'text' ? [part] : [])))
    case 'none':
    case 'file':
      return ''
  }
}

const formText = (fields: readonly { name: string; value: string; enabled: boolean }[]): string =>
  fields
    .filter(({ enabled }) => enabled)
    .map(({ name, value }) => `${encodeForm(hidden(name))}=${encodeForm(hidden(value))}`)
    .join('&')

/** Its parameters, in query and body. */
export function sentParameters({ url, body }: SentRequest): Parameter[] {
  const query = url.split('#', 1)[0]?.split('?').slice(1).join('?') ?? ''
  const ofBody = body.startsWith('{') ? (jsonParameters(body) ?? []) : formParameters(body)
  return [...formParameters(query), ...ofBody]
}
