import type { Finding } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/token.ts'
import type { ReceivedResponse } from '../http/transcript.ts'
import { readJsonObject } from '../token/json.ts'
import { finding } from './finding.ts'

/** A response body read as a JSON object; `object` is null when it is none, and the findings say why, with the byte offset. */
export function readResponseBody(response: ReceivedResponse): { object: JsonObject | null; findings: Finding[] } {
  const { body } = response
  const contentType = headerOf(response, 'content-type') ?? ''
  const isJsonType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType)
  const none = (...findings: Finding[]) => ({ object: null, findings })
  if (body.length === 0) return none(finding('body_empty', 'error', 'RFC 6749 §5.1'))

  const hasBom = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf
  const text = decodeUtf8(hasBom ? body.subarray(3) : body)
  if (text === null) return none(finding('body_not_utf8', 'error', 'RFC 8259 §8.1', { contentType }))

  const reading = readJsonObject(text)
  const findings: Finding[] = []
  if (hasBom) findings.push(finding('body_has_bom', 'warning', 'RFC 8259 §8.1', { offset: '0' }))
  switch (reading.kind) {
    case 'empty':
      return none(finding('body_empty', 'error', 'RFC 6749 §5.1'))
    case 'too_deep':
      return none(finding('body_too_deep', 'error', 'RFC 8259 §9'))
    case 'not_object':
      return none(finding('body_not_object', 'error', 'RFC 6749 §5.1'))
    case 'invalid': {
      const offset = String(Buffer.byteLength(text.slice(0, reading.offset)) + (hasBom ? 3 : 0))
      const preview = text.slice(0, 120)
      return none(
        finding('body_not_json', 'error', 'RFC 6749 §5.1', { offset, reason: reading.reason, contentType, preview }),
      )
    }
    case 'object':
      break
  }
  if (!isJsonType) findings.push(finding('content_type_not_json', 'warning', 'RFC 6749 §5.1', { contentType }))
  const duplicates = new Set(reading.object.members.filter(({ duplicate }) => duplicate).map(({ name }) => name))
  for (const name of duplicates) findings.push(finding('duplicate_member', 'warning', 'RFC 8259 §4', { name }))
  return { object: reading.object, findings }
}

/** The first header field of this name (lower case). */
export function headerOf({ headers }: Pick<ReceivedResponse, 'headers'>, name: string): string | null {
  return headers.find(([field]) => field.toLowerCase() === name)?.[1] ?? null
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
