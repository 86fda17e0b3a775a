import { credentialsInJson } from '../../key-files/json-credentials.ts'
import { type Material, readMaterial } from '../../key-files/material.ts'
import { readJsonObject } from '../../json/json.ts'
import { problem } from '../../problem.ts'
import { entriesOfDer, entriesOfPem } from './der-entries.ts'
import { type Entries, noEntries } from './entries.ts'
import { isJwk, memberValue } from './members.ts'

/**
 * The keys in a typed text: a JWKS, a JWK, PEM (keys and certificates), DER in base64, or JSON with these in members. Of a
 * certificate its public key, of a private key all of it.
 */
export function parseKeys(text: string): Entries {
  return entriesIn(readMaterial(Buffer.from(text)), text)
}

function entriesIn(material: Material, text: string): Entries {
  switch (material.kind) {
    case 'empty':
      return noEntries(problem('verification_key_missing'))
    case 'broken_json':
      return notJson(text.replace(/^\uFEFF/, '').trim())
    case 'json':
      return parseJson(material.text, material.value)
    case 'pem':
      return entriesOfPem(material.blocks)
    case 'der':
      return entriesOfDer(material.bytes)
    case 'java_key_store':
      return noEntries(problem('verification_key_in_java_key_store'))
    case 'unknown':
      return noEntries(problem('verification_key_format_unsupported'))
  }
}

/** @see RFC 7517 §4, §5 */
function parseJson(text: string, value: object): Entries {
  if (text.startsWith('{') && readJsonObject(text).kind !== 'object') return notJson(text)
  const keys = memberValue(value, 'keys')
  if (Array.isArray(keys)) return { ok: true, entries: keys }
  return isJwk(value) ? { ok: true, entries: [value] } : withinJson(value)
}

function notJson(text: string): Entries {
  const reading = readJsonObject(text)
  const place = reading.kind === 'invalid' ? { character: String(reading.offset + 1) } : {}
  return noEntries(problem('verification_key_not_json', place))
}

/** Every key and certificate in the members of JSON, or why the first of them is none. */
function withinJson(value: object): Entries {
  const found = credentialsInJson(value).map(({ material }) =>
    material.kind === 'json' ? { ok: true as const, entries: [material.value] } : entriesIn(material, ''),
  )
  const entries = found.flatMap((reading) => (reading.ok ? reading.entries : []))
  if (entries.length > 0) return { ok: true, entries }
  return found[0] ?? noEntries(problem('verification_key_not_jwk'))
}
