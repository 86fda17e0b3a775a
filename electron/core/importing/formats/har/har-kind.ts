import { mimeOf } from '../../../../common/content-type.ts'
import type { Members } from '../../../json/json-members.ts'
import { entriesNamed, membersNamed, textNamed } from '../support/given.ts'
import { headerOf } from '../requests/written-request.ts'

type Headers = readonly (readonly [name: string, value: string])[]

/** What an entry is: a call of an API, a part of a web page, or something else than HTTP, by its name. */
export type EntryKind = { kind: 'call' } | { kind: 'page' } | { kind: 'protocol'; protocol: string }

/** What Chromium calls what a script asked for, or what it does not know. */
const callTypes = new Set(['xhr', 'fetch', 'other', ''])

/** By what its writer says, by what the browser says that it is for, or by the type of the answer. */
export function kindOfEntry(entry: Members, url: string, method: string, headers: Headers): EntryKind {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? ''
  if (scheme === 'ws' || scheme === 'wss') return { kind: 'protocol', protocol: 'WebSocket' }
  if (scheme !== 'http' && scheme !== 'https') return { kind: 'page' }
  const type = textNamed(entry, '_resourceType').toLowerCase()
  if (type === 'websocket') return { kind: 'protocol', protocol: 'WebSocket' }
  if (type === 'eventsource') return { kind: 'protocol', protocol: 'Server-Sent Events' }
  if (isPreflight(method, headers)) return { kind: 'page' }
  const purpose = headerOf(headers, 'sec-fetch-dest').toLowerCase()
  if (purpose !== '') return { kind: purpose === 'empty' ? 'call' : 'page' }
  if (!callTypes.has(type)) return { kind: 'page' }
  if (type === 'xhr' || type === 'fetch') return { kind: 'call' }
  return { kind: isPartOfPage(entry, method, headers) ? 'page' : 'call' }
}

/** @see https://fetch.spec.whatwg.org/#cors-preflight-fetch */
const isPreflight = (method: string, headers: Headers): boolean =>
  method.toUpperCase() === 'OPTIONS' && headerOf(headers, 'access-control-request-method') !== ''

function isPartOfPage(entry: Members, method: string, headers: Headers): boolean {
  const type = mimeOf(textNamed(membersNamed(membersNamed(entry, 'response'), 'content'), 'mimeType'))
  if (/^(?:image|font|audio|video)\/|^text\/css$|javascript$|^application\/(?:font-.*|x-font-.*|wasm)$/.test(type))
    return !/\bjson\b/i.test(headerOf(headers, 'accept'))
  return method.toUpperCase() === 'GET' && type === 'text/html' && /\btext\/html\b/i.test(headerOf(headers, 'accept'))
}

/** The header fields of a request by name, with its cookies where they are apart. */
export function headersOf(request: Members): Headers {
  const headers = rowsOf(request, 'headers')
  const cookies = rowsOf(request, 'cookies').map(([name, value]) => `${name}=${value}`)
  return cookies.length === 0 || headerOf(headers, 'cookie') !== ''
    ? headers
    : [...headers, ['Cookie', cookies.join('; ')]]
}

const rowsOf = (request: Members, name: string): [string, string][] =>
  entriesNamed(request, name).flatMap(({ entry }): [string, string][] => {
    const key = textNamed(entry, 'name').trim()
    return key === '' ? [] : [[key, textNamed(entry, 'value')]]
  })
