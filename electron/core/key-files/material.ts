import { tagsInside } from './der.ts'
import { type PemBlock, pemBlocks } from './pem.ts'
import { textOf } from './text.ts'

/**
 * What a file or a field with a key or a certificate holds, no matter what it is wrapped in. `json` has its source and its value;
 * `broken_json` begins like JSON and is none.
 */
export type Material =
  | { kind: 'der'; bytes: Buffer }
  | { kind: 'pem'; blocks: readonly PemBlock[] }
  | { kind: 'json'; text: string; value: object }
  | { kind: 'java_key_store' }
  | { kind: 'broken_json' }
  | { kind: 'empty' }
  | { kind: 'unknown' }

/** So many wrappings are undone, such as base64 of PEM within a string of JSON. */
const mostLayers = 4

/**
 * The one reader of keys and certificates: undoes text encodings, quotation marks, escapes, base64, hexadecimal and
 * percent-encoding around them, and tells the formats apart. Linear in the input; never throws.
 */
export function readMaterial(bytes: Buffer): Material {
  return materialOf(bytes, mostLayers)
}

/** @see https://docs.oracle.com/javase/8/docs/technotes/guides/security/StandardNames.html#KeyStore: JKS and JCEKS */
const javaMagic: ReadonlySet<string> = new Set(['feedfeed', 'cececece'])

function materialOf(bytes: Buffer, layers: number): Material {
  if (javaMagic.has(bytes.toString('hex', 0, 4))) return { kind: 'java_key_store' }
  return isDer(bytes) ? { kind: 'der', bytes } : ofText(textOf(bytes).trim(), layers)
}

/** A SEQUENCE. In text a 0 may come first, but no byte above 0x7f after it. */
function isDer(bytes: Buffer): boolean {
  return bytes[0] === 0x30 && ((bytes[1] ?? 0) >= 0x80 || tagsInside(bytes).length > 0)
}

function ofText(text: string, layers: number): Material {
  if (text === '') return { kind: 'empty' }
  const value = jsonIn(text)
  if (typeof value === 'object' && value !== null) return { kind: 'json', text, value }
  if (layers === 0) return { kind: 'unknown' }
  if (typeof value === 'string') return ofText(value.trim(), layers - 1)
  const blocks = pemBlocks(text)
  if (blocks.length > 0) return withoutPem(blocks)
  for (const inner of wrappedIn(text)) {
    const material = materialOf(inner, layers - 1)
    if (material.kind !== 'unknown' && material.kind !== 'empty') return material
  }
  return { kind: text.startsWith('{') ? 'broken_json' : 'unknown' }
}

/** GnuTLS writes PKCS#12 as PEM. */
function withoutPem(blocks: readonly PemBlock[]): Material {
  const [only, ...others] = blocks
  return others.length === 0 && only?.label === 'PKCS12' && only.bytes !== null
    ? { kind: 'der', bytes: only.bytes }
    : { kind: 'pem', blocks }
}

function jsonIn(text: string): unknown {
  if (!/^[{["]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the text may be a wrapping of. */
function wrappedIn(text: string): Buffer[] {
  const bare = withoutQuotes(text)
  const unnamed = bare.replace(/^(?:export\s{1,9})?[A-Za-z_][\w.-]{0,99}\s{0,9}[:=]\s{0,9}/, '')
  const decoded = [unescaped(text), percentDecoded(text), base64Decoded(text), hexDecoded(text)]
  return [...decoded, ...[bare, unnamed].flatMap((inner) => (inner === text ? [] : [Buffer.from(inner)]))].filter(
    (inner) => inner !== null,
  )
}

function withoutQuotes(text: string): string {
  const trimmed = text.trim()
  const quote = trimmed.charAt(0)
  return /["'`]/.test(quote) && trimmed.length > 1 && trimmed.endsWith(quote) ? trimmed.slice(1, -1).trim() : trimmed
}

/** JSON whose quotation marks are escaped, as in a variable. */
function unescaped(text: string): Buffer | null {
  return /^[{[][^"]{0,99}\\"/.test(text) ? Buffer.from(text.replaceAll(/\\(["\\])/g, '$1')) : null
}

function percentDecoded(text: string): Buffer | null {
  if (!/^%7B/i.test(text)) return null
  try {
    return Buffer.from(decodeURIComponent(text))
  } catch {
    return null
  }
}

/** Base64 or base64url, on lines or not, also as a data: URL. Shorter ones hold no key. */
function base64Decoded(text: string): Buffer | null {
  const content = text.replace(/^data:[^,]{0,200},/, '').replaceAll(/\s|\\{1,8}[nr]/g, '')
  return content.length >= 40 && /^[A-Za-z0-9+/_-]+={0,2}$/.test(content) ? Buffer.from(content, 'base64') : null
}

/** DER in hexadecimal, as it is or as OpenSSL writes it. */
function hexDecoded(text: string): Buffer | null {
  const content = text.replaceAll(/[\s:]/g, '')
  return content.length >= 80 && /^(?:0x)?30[0-9a-f]+$/i.test(content) && content.length % 2 === 0
    ? Buffer.from(content.replace(/^0x/, ''), 'hex')
    : null
}
