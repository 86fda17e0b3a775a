import { createHash } from 'node:crypto'
import { memberOf, stringOf } from '../../../common/json-source.ts'
import type { Disclosure } from '../../../contract/decoded-token.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import { readJsonArray } from '../../json/json.ts'
import { readBase64Url } from './base64url.ts'
import { decodeUtf8 } from './utf8.ts'

/** Names of the IANA registry, and what Node calls them. @see RFC 9901 §4.1.1 */
const hashes: Readonly<Record<string, string>> = { 'sha-256': 'sha256', 'sha-384': 'sha384', 'sha-512': 'sha512' }

/** Reads the disclosures of an SD-JWT, and finds their digests in the claims and in each other. @see RFC 9901 §7.1 */
export function readDisclosures(
  claims: JsonObject,
  texts: readonly string[],
): { disclosures: Disclosure[]; unreadable: number } {
  const alg = memberOf(claims, '_sd_alg')?.source
  const hash = Object.entries(hashes).find(([name]) => name === (alg === undefined ? 'sha-256' : stringOf(alg)))?.[1]
  const read = texts.flatMap((text) => readDisclosure(text, hash) ?? [])
  const named = namedBy(claims.source, read)
  return {
    disclosures: read.map((disclosure) => ({
      ...disclosure,
      named: disclosure.digest !== '' && named.has(disclosure.digest),
    })),
    unreadable: texts.length - read.length,
  }
}

type Read = Omit<Disclosure, 'named'>

/** Characters of `["",0]`: what is shorter need not be looked at, however often it is there. */
const minDisclosure = 8

/** Null when it is no array of salt, perhaps a name, and value. @see RFC 9901 §4.2.1, §4.2.2 */
function readDisclosure(text: string, hash: string | undefined): Read | null {
  if (text.length < minDisclosure) return null
  const decoded = readBase64Url(text)
  const json = decoded.ok ? decodeUtf8(decoded.bytes) : null
  const items = json === null ? null : readJsonArray(json)
  const source = items?.at(-1)
  if (items === null || source === undefined || (items.length !== 2 && items.length !== 3)) return null
  const name = items.length === 3 ? stringOf(items[1]) : null
  if (stringOf(items[0]) === null || (items.length === 3 && name === null)) return null
  if (name === '_sd' || name === '...') return null
  return { name, source, digest: hash === undefined ? '' : createHash(hash).update(text).digest('base64url') }
}

/** The digests that claims hold, and those of disclosures that they name. */
function namedBy(claims: string, disclosures: readonly Read[]): Set<string> {
  const sources = new Map(disclosures.map(({ digest, source }) => [digest, source]))
  const named = new Set<string>()
  const waiting = [claims]
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    for (const digest of digestsIn(JSON.parse(source))) {
      const disclosed = named.has(digest) ? undefined : sources.get(digest)
      if (disclosed !== undefined) waiting.push(disclosed)
      named.add(digest)
    }
  }
  return named
}

/** At most as deep as `json.ts` lets a text nest. @see RFC 9901 §4.2.4.1, §4.2.4.2 */
function digestsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => [...elementDigest(item), ...digestsIn(item)])
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '_sd' && Array.isArray(inner) ? inner.filter((digest) => typeof digest === 'string') : digestsIn(inner),
  )
}

function elementDigest(item: unknown): string[] {
  const digest = typeof item === 'object' && item !== null && '...' in item ? item['...'] : null
  return typeof digest === 'string' ? [digest] : []
}
