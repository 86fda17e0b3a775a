import type { ImportPlace } from '../../../../contract/import-note.ts'
import type { ApiBody } from '../../../../contract/api-call.ts'
import type { DraftCall } from '../../drafts/import-draft.ts'
import { callOfRequest } from '../requests/written-request.ts'
import { type Literal, literalAt } from './script-literal.ts'

/** Of a script: characters that are looked at, names that it declares, and requests. */
const most = { characters: 50_000, names: 100, requests: 10 }

const declared = /\b(?:const|let|var)\s{1,20}([A-Za-z_$][\w$]{0,99})\s{0,20}=\s{0,20}/g
const sending = /\bsendRequest\s{0,9}\(\s{0,99}(?:([A-Za-z_$][\w$]{0,99})\s{0,20}[,)])?/g

/**
 * Token requests that a script of Postman sends, where it writes them out; the script is not run. Null where one is in it that
 * cannot be read that way.
 */
export function tokenRequestsOf(script: string, name: string, place: ImportPlace): DraftCall[] | null {
  if (!script.includes('sendRequest') || !script.includes('client_credentials')) return []
  const text = script.slice(0, most.characters)
  const names = new Map<string, string>()
  const starts = new Map<string, number>()
  for (const match of [...text.matchAll(declared)].slice(0, most.names)) {
    const [whole, declaredName = ''] = match
    const start = match.index + whole.length
    starts.set(declaredName, start)
    if (text[start] === '{' || text[start] === '[') continue
    const { value } = literalAt(text, start, names)
    if (typeof value === 'string') names.set(declaredName, value)
  }
  const calls = [...text.matchAll(sending)].slice(0, most.requests).flatMap((match) => {
    const [whole, named] = match
    const start = named === undefined ? match.index + whole.length : starts.get(named)
    const value = start === undefined ? null : literalAt(text, start, names).value
    const call = callOf(value, name, place)
    return call === null ? [] : [call]
  })
  return calls.length === 0 ? null : calls
}

/** The call that a token request with client credentials is; null for any other. */
function callOf(value: Literal, name: string, place: ImportPlace): DraftCall | null {
  const [url, method] = [textAt(value, 'url'), textAt(value, 'method')]
  const body = bodyOf(memberAt(value, 'body'))
  if (url === '' || body === null) return null
  return callOfRequest({
    place,
    name,
    method: method || 'POST',
    url,
    headers: headersOf(memberAt(value, 'header')),
    body,
  })
}

function bodyOf(body: Literal): ApiBody | null {
  const rows = memberAt(body, 'urlencoded')
  const raw = typeof body === 'string' ? body : typeof rows === 'string' ? rows : textAt(body, 'raw')
  const fields = isList(rows)
    ? rows.map((row) => ({ name: textAt(row, 'key'), value: textAt(row, 'value'), enabled: true }))
    : [...raw.matchAll(/([^&=\s]{1,200})=([^&]{0,10000})/g)].map(([, field = '', value = '']) => ({
        name: field,
        value,
        enabled: true,
      }))
  const isToken = fields.some((field) => field.name === 'grant_type' && field.value === 'client_credentials')
  return isToken ? { kind: 'form', fields } : null
}

/** An object, a list of rows, or lines. */
function headersOf(header: Literal): [string, string][] {
  if (isList(header)) return header.flatMap(headersOf)
  if (typeof header === 'string') {
    const colon = header.indexOf(':')
    return colon < 1 ? [] : [[header.slice(0, colon).trim(), header.slice(colon + 1).trim()]]
  }
  if (header === null) return []
  if (header.has('key')) return [[textAt(header, 'key'), textAt(header, 'value')]]
  return [...header].flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []))
}

const isList = (value: Literal): value is readonly Literal[] => Array.isArray(value)

const memberAt = (value: Literal, name: string): Literal =>
  value === null || typeof value === 'string' || isList(value) ? null : (value.get(name) ?? null)

function textAt(value: Literal, name: string): string {
  const text = memberAt(value, name)
  return typeof text === 'string' ? text : ''
}
