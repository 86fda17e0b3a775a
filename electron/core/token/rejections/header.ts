import { memberOf, stringOf } from '../../../common/json-source.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import { readJsonObject } from '../../json/json.ts'
import { readBase64Url } from '../decode/base64url.ts'
import { decodeUtf8 } from '../decode/utf8.ts'
import type { Rejection } from './rejection.ts'
import { shown } from '../shown.ts'

export type HeaderReading = { ok: true; header: JsonObject } | { ok: false; rejection: Rejection }

/** Reads the protected header of a token in compact form; names must be there once only. @see RFC 7515 §4, RFC 7516 §4 */
export function readHeader(token: string): HeaderReading {
  const bytes = readBase64Url(token.slice(0, Math.max(0, token.indexOf('.'))))
  const text = bytes.ok ? decodeUtf8(bytes.bytes) : null
  const reading = text === null ? null : readJsonObject(text)
  if (reading?.kind !== 'object') return refused({ reason: 'header_not_json', evidence: {} })
  const rejection = rejectNames(reading.object) ?? rejectTypes(reading.object)
  return rejection === null ? { ok: true, header: reading.object } : refused(rejection)
}

/** @see RFC 7515 §4: "The Header Parameter names within the JOSE Header MUST be unique" */
function rejectNames({ members }: JsonObject): Rejection | null {
  const repeated = members.find(({ duplicate }) => duplicate)
  return repeated === undefined ? null : { reason: 'header_duplicate_name', evidence: { name: shown(repeated.name) } }
}

/** Where a string belongs, anything else is read differently by different libraries. */
function rejectTypes(header: JsonObject): Rejection | null {
  const odd = ['alg', 'enc', 'kid', 'zip'].find((name) => {
    const source = memberOf(header, name)?.source
    return source !== undefined && stringOf(source) === null
  })
  return odd === undefined ? null : { reason: 'header_not_string', evidence: { name: odd } }
}

const refused = (rejection: Rejection): HeaderReading => ({ ok: false, rejection })
