import { formParameters } from '../../../../common/client-settings/request-parameters.ts'
import type { ApiBody, ApiHeader } from '../../../../contract/api-call.ts'
import type { ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftAuthorization, DraftCall } from '../../drafts/import-draft.ts'
import { withoutAngles } from './angle-placeholders.ts'
import { decodedBasic } from '../../drafts/basic.ts'

/** A request as a text writes it, line by line or option by option. */
export interface WrittenRequest {
  place: ImportPlace
  name: string
  method: string
  url: string
  headers: readonly (readonly [name: string, value: string])[]
  body: ApiBody
  followRedirects?: boolean
}

export const callOfRequest = ({
  place,
  name,
  method,
  url,
  headers,
  body,
  followRedirects,
}: WrittenRequest): DraftCall => ({
  place,
  name: name.trim(),
  folders: [],
  notes: '',
  method,
  url: withoutAngles(url),
  query: [],
  headers: headersBeside(headers, body),
  body: filledIn(body),
  authorization: authorizationOf(headers),
  ...(followRedirects === undefined ? {} : { followRedirects }),
  scope: '',
  assertions: [],
  variables: [],
})

/** Name and password of Basic, in which there may be variables; everything else is left to its header. */
function authorizationOf(headers: WrittenRequest['headers']): DraftAuthorization {
  const pair = decodedBasic(headerOf(headers, 'authorization'))
  if (pair === null) return { kind: 'unsaid' }
  const written = withoutAngles(pair)
  const colon = written.indexOf(':')
  return colon < 0
    ? { kind: 'basic', username: written, password: '' }
    : { kind: 'basic', username: written.slice(0, colon), password: written.slice(colon + 1) }
}

/** Without what is sent anyway: the type of a body that has its own here, and its length. */
function headersBeside(headers: WrittenRequest['headers'], body: ApiBody): ApiHeader[] {
  const isBasic = decodedBasic(headerOf(headers, 'authorization')) !== null
  const isSent = (name: string): boolean =>
    (isBasic && /^authorization$/i.test(name)) ||
    /^(?:content-length|host|connection)$/i.test(name) ||
    (body.kind !== 'none' && /^content-type$/i.test(name))
  return headers
    .filter(([name]) => !isSent(name))
    .map(([name, value]) => ({ name, value: withoutAngles(value), enabled: true }))
}

/** In the fields of a form what a reader has to fill in is a variable; in other texts it may be markup. */
const filledIn = (body: ApiBody): ApiBody =>
  body.kind === 'form'
    ? {
        kind: 'form',
        fields: body.fields.map(({ name, value, enabled }) => ({ name, value: withoutAngles(value), enabled })),
      }
    : body

/** Of the header field with this name, the last; empty where there is none. */
export const headerOf = (headers: WrittenRequest['headers'], name: string): string =>
  headers.findLast(([one]) => one.toLowerCase() === name)?.[1] ?? ''

/** A body that is written as one text, by its type; without a type by what it looks like. */
export function bodyByType(text: string, contentType: string): ApiBody {
  const type = /^[^;]*/.exec(contentType)?.[0].trim().toLowerCase() ?? ''
  if (text === '') return { kind: 'none' }
  if (type === 'application/json') return { kind: 'json', text }
  if (type === 'application/x-www-form-urlencoded' && isForm(text)) {
    return { kind: 'form', fields: formParameters(text).map(({ name, value }) => ({ name, value, enabled: true })) }
  }
  if (type === '' && /^\s*[{[]/.test(text) && !/^\s*\{\{/.test(text)) return { kind: 'json', text }
  return { kind: 'text', text, contentType }
}

/** Not JSON under the type of a form, which curl gives to every text. */
const isForm = (text: string): boolean => !/^\s*(?:\{(?!\{)|\[)/.test(text)
