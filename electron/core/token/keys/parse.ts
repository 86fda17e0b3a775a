import { readJsonObject } from '../json.ts'
import { type Entries, noEntries } from './entries.ts'
import { isJwk, memberValue } from './members.ts'
import { readPem } from './pem.ts'

/** The keys in a typed text: a JWKS, a JWK, PEM (keys and certificates), or the base64 of either without its PEM lines. */
export function parseKeys(text: string): Entries {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') return noEntries('key_empty')
  return trimmed.startsWith('{') ? parseJson(trimmed) : readPem(trimmed)
}

/** @see RFC 7517 §4, §5 */
function parseJson(text: string): Entries {
  const reading = readJsonObject(text)
  if (reading.kind !== 'object') {
    return noEntries('key_not_json', reading.kind === 'invalid' ? { character: String(reading.offset + 1) } : {})
  }
  const value: unknown = JSON.parse(text)
  const keys = memberValue(value, 'keys')
  if (Array.isArray(keys)) return { ok: true, entries: keys }
  return isJwk(value) ? { ok: true, entries: [value] } : noEntries('key_not_jwk')
}
