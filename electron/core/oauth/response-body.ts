import type { Finding } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { finding } from '../finding.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { placeIn } from '../json/json-place.ts'
import { readJsonObject } from '../json/json.ts'
import { formOf } from './form-body.ts'
import { maskBareToken } from '../redaction/mask.ts'
import { maskByShape } from '../redaction/redact.ts'
import { decodeUtf8, firstBadByte } from '../token/decode/utf8.ts'

/** A body as read: `object` is null when it is no JSON object, and the findings say why, with the byte offset. */
export interface BodyReading {
  object: JsonObject | null
  findings: Finding[]
}

/** Reads a response body as a JSON object. */
export function readResponseBody(response: ReceivedResponse): BodyReading {
  const { body } = response
  const contentType = headerOf(response, 'content-type') ?? ''
  const isJsonType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType)
  const none = (...findings: Finding[]) => ({ object: null, findings })
  const empty = () => none(finding('body_empty', { offset: '0' }, { section: 'RFC 6749 §5.1' }))
  if (body.length === 0) return empty()

  const hasBom = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf
  const start = hasBom ? 3 : 0
  const text = decodeUtf8(body.subarray(start))
  if (text === null) {
    const offset = start + firstBadByte(body.subarray(start))
    return none(finding('body_not_utf8', { contentType, offset: String(offset) }, { pointers: [byteAt(offset)] }))
  }

  const reading = readJsonObject(text)
  const findings: Finding[] = []
  if (hasBom) findings.push(finding('body_has_bom', { offset: '0' }))
  switch (reading.kind) {
    case 'empty':
      return empty()
    case 'too_deep':
      return none(finding('body_too_deep'))
    case 'not_object':
      return none(finding('body_not_object', { is: kindOfJson(text.trim()) }))
    case 'invalid': {
      const form = formOf(text)
      if (form !== null) {
        const names = [...form.keys()].join(', ')
        return none(finding('body_form_encoded', { contentType, names }))
      }
      const offset = Buffer.byteLength(text.slice(0, reading.offset)) + start
      const page = titleOf(text)
      const { line, column } = placeIn(text, reading.offset)
      const place = { offset: String(offset), line: String(line), column: String(column) }
      const evidence = { ...place, expected: reading.expected, contentType, preview: previewOf(text) }
      return none(finding('body_not_json', { ...evidence, ...(page && { page }) }, { pointers: [byteAt(offset)] }))
    }
    case 'object':
      break
  }
  if (!isJsonType) findings.push(finding('content_type_not_json', { contentType }))
  const duplicates = new Set(reading.object.members.filter(({ duplicate }) => duplicate).map(({ name }) => name))
  for (const name of duplicates)
    findings.push(finding('duplicate_member', { name }, { pointers: [{ kind: 'response_member', name }] }))
  return { object: reading.object, findings }
}

const byteAt = (offset: number) => ({ kind: 'response_bytes', offset, length: 1 }) as const

/** What a JSON value is, from its source: `object`, `array`, `string`, `number`, `true`, `false` or `null`. */
export function kindOfJson(source: string): string {
  if (source.startsWith('{')) return 'object'
  if (source.startsWith('[')) return 'array'
  if (source.startsWith('"')) return 'string'
  return /^-?\d/.test(source) ? 'number' : source
}

/** The first header field of this name (lower case). */
export function headerOf({ headers }: Pick<ReceivedResponse, 'headers'>, name: string): string | null {
  return headers.find(([field]) => field.toLowerCase() === name)?.[1] ?? null
}

/** True when the body is a web page, no matter what its content type says. */
export function isWebPage(response: Pick<ReceivedResponse, 'headers' | 'body'>): boolean {
  const contentType = headerOf(response, 'content-type') ?? ''
  const start = Buffer.from(response.body.subarray(0, 200)).toString('latin1')
  return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType) || /^\s*<(?:!doctype|html)\b/i.test(start)
}

/** How the body begins: enough to recognise it by, without the token of an answer that was cut off. */
function previewOf(text: string): string {
  return maskByShape(maskBareToken(text.slice(0, 10_000))).slice(0, 120)
}

/** What a web page calls itself; empty when it does not. */
function titleOf(text: string): string {
  const title = /<title[^<>]{0,100}>([^<]{1,200})/i.exec(text.slice(0, 10_000))?.[1] ?? ''
  return title.replaceAll(/\s+/g, ' ').trim()
}

/** What a web page that is an answer calls itself. */
export const titleOfPage = ({ body }: Pick<ReceivedResponse, 'body'>): string =>
  titleOf(Buffer.from(body.subarray(0, 10_000)).toString('utf8'))

/** When an answer came, in milliseconds since 1970. */
export interface AnsweredAt {
  /** By the clock of this computer. */
  here: number
  /** By the server's clock, as its Date field says, to the second; null when it does not say. */
  there: number | null
}

export function answeredAt({ startedAt, timings, response }: Transcript): AnsweredAt {
  const there = Date.parse((response === null ? null : headerOf(response, 'date')) ?? '')
  return { here: Math.round(startedAt + timings.total), there: Number.isNaN(there) ? null : there }
}
