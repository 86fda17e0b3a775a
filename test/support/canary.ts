import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib'

/** A secret that nothing else looks like, with characters that each encoding writes in its own way. */
export const makeCanary = (name: string): string => `canary ${name} "${randomBytes(9).toString('base64url')}"+/ä&=\\`

/** Every way in which a text may lie somewhere without being protected, by name. */
export function encodingsOf(text: string): ReadonlyMap<string, readonly Buffer[]> {
  const bytes = Buffer.from(text)
  const percent = encodeURIComponent(text)
  const form = new URLSearchParams({ x: text }).toString().slice(2)
  const json = JSON.stringify(text).slice(1, -1)
  const ascii = json.replaceAll(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const wide = Buffer.from(text, 'utf16le')
  // What is encoded twice, such as the credentials of client_secret_basic (RFC 6749 §2.3.1).
  const inner = [bytes, Buffer.from(percent), Buffer.from(form), Buffer.from(json)]
  const base64 = inner.flatMap(base64Cores)
  const hex = inner.map((each) => each.toString('hex'))
  return new Map([
    ['plain', [bytes]],
    ['latin1', [Buffer.from(text, 'latin1')]],
    ['base64', base64.map((core) => Buffer.from(core))],
    ['base64url', base64.map((core) => Buffer.from(core.replaceAll('+', '-').replaceAll('/', '_')))],
    ['hex', [...hex, ...hex.map((digits) => digits.toUpperCase())].map((digits) => Buffer.from(digits))],
    ['percent-encoded', inBothCases(percent).map((encoded) => Buffer.from(encoded))],
    ['form-encoded', inBothCases(form).map((encoded) => Buffer.from(encoded))],
    ['JSON', [json, ascii, JSON.stringify(json).slice(1, -1)].map((escaped) => Buffer.from(escaped))],
    ['UTF-16', [wide, Buffer.from(wide).swap16()]],
    ['reversed', [Buffer.from(text.split('').toReversed().join(''))]],
  ])
}

/** By which names of `encodingsOf` the texts are found in these bytes, or in what is compressed in them. */
export function encodingsIn(bytes: Buffer, texts: readonly string[]): string[] {
  const layers = [{ of: '', bytes }, ...unpacked(bytes).map((inner) => ({ of: ' (compressed)', bytes: inner }))]
  return layers.flatMap((layer) =>
    texts.flatMap((text) =>
      [...encodingsOf(text)].flatMap(([name, forms]) =>
        forms.some((form) => layer.bytes.includes(form)) ? [`${name}${layer.of}`] : [],
      ),
    ),
  )
}

/** What base64 makes of the bytes at each of the three places where they may begin, without the characters that neighbours share. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const whole = Math.floor(((before + bytes.length) * 8) / 6)
    return encoded.slice(Math.ceil((before * 8) / 6), whole)
  })
}

const inBothCases = (encoded: string): string[] => [
  encoded,
  encoded.replaceAll(/%[\dA-F]{2}/g, (octet) => octet.toLowerCase()),
]

/** The streams of gzip and zlib that begin anywhere in the bytes; as raw deflate and brotli, which have no mark, the whole. */
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  const attempt = (unpack: () => Buffer): void => {
    try {
      found.push(unpack())
    } catch {
      // These bytes only looked like one.
    }
  }
  const limit = { maxOutputLength: 64 << 20, finishFlush: constants.Z_SYNC_FLUSH }
  for (const at of placesOf(bytes, '\x1f\x8b\x08')) {
    attempt(() => inflateRawSync(bytes.subarray(at + gzipHeaderLength(bytes.subarray(at))), limit))
  }
  for (const level of ['\x01', '\x5e', '\x9c', '\xda']) {
    for (const at of placesOf(bytes, `\x78${level}`)) attempt(() => inflateSync(bytes.subarray(at), limit))
  }
  attempt(() => inflateRawSync(bytes, limit))
  attempt(() => brotliDecompressSync(bytes, { maxOutputLength: 64 << 20 }))
  return found
}

/** Node's gunzip fails at what follows the stream in a larger file. @see RFC 1952 §2.3: only a name may be expected here */
function gzipHeaderLength(bytes: Buffer): number {
  const hasName = ((bytes[3] ?? 0) & 8) !== 0
  return hasName ? bytes.indexOf(0, 10) + 1 : 10
}

function placesOf(bytes: Buffer, mark: string): number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(mark, 0, 'latin1'); at >= 0; at = bytes.indexOf(mark, at + 1, 'latin1')) places.push(at)
  return places
}
