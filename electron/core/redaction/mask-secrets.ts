import { Buffer } from 'node:buffer'
import { encodedPattern, longestPattern, type Needle } from './encoded-pattern.ts'
import { mark } from '../../common/mask-token.ts'
import { decodedViews, type Look, lookFinder, type SearchViews, searchViews, shortestLook } from './search-views.ts'

/** How a needle looks in the views of a text. */
interface NeedleLook extends Look {
  needle: Needle
}

/** The needles that are in views. */
type Present = (views: SearchViews) => ReadonlySet<Needle>

/** Makes what masks these secrets in a text, in any of the encodings of `needlesOf`. Every other text stays byte for byte. */
export function secretMasker(secrets: readonly string[]): (text: string) => string {
  // The longest first: one secret may be part of another.
  const unique = [...new Set(secrets)]
  unique.sort((one, other) => other.length - one.length)
  const needles = unique.flatMap(needlesOf)
  const shortest = needles.reduce((least, { text }) => Math.min(least, text.length), Number.POSITIVE_INFINITY)
  const present = presentOf(needles)
  return (text) => (text.length < shortest ? text : maskIn(text, needles, present))
}

function presentOf(needles: readonly Needle[]): Present {
  const find = lookFinder(needles.flatMap(looksOf))
  return (views) => {
    const found = new Set<Needle>()
    // Most views of one form are those of another as well.
    for (const view of new Set([...views.plain, ...views.base64, ...views.hex])) {
      const isOf = {
        plain: views.plain.includes(view),
        base64: views.base64.includes(view),
        hex: views.hex.includes(view),
      }
      find(view, ({ text, needle }, at) => {
        if (isOf[needle.form] && (!needle.bounded || isWordAt(view, at, text.length))) found.add(needle)
      })
    }
    return found
  }
}

function looksOf(needle: Needle): NeedleLook[] {
  return decodedViews(needle.text).flatMap((text) => (text.length < shortestLook ? [] : { text, needle }))
}

function maskIn(text: string, needles: readonly Needle[], present: Present): string {
  const found = present(searchViews(text))
  if (found.size === 0) return text
  let masked = text
  for (const needle of needles) {
    if (!found.has(needle)) continue
    if (needle.text.length <= longestPattern) masked = masked.replace(encodedPattern(needle), mark)
    else masked = masked.replaceAll(needle.text, mark)
  }
  // Still there in a disguise that no pattern knows: nothing is shown rather than a secret.
  const left = present(searchViews(masked))
  return needles.some((needle) => found.has(needle) && left.has(needle)) ? mark : masked
}

const isWordAt = (view: string, at: number, length: number): boolean =>
  !isWord(view[at - 1]) && !isWord(view[at + length])

const isWord = (character: string | undefined) => character !== undefined && /[A-Za-z0-9_]/.test(character)

/** This label means windows-1252, which has letters where Latin-1 has controls. @see https://encoding.spec.whatwg.org/#names-and-labels */
const oneByOne = new TextDecoder('latin1', { ignoreBOM: true })

const shortest = 4
const unmistakable = 8

/**
 * What a secret looks like by itself, in hex and in base64 or base64url: of its UTF-8, form-encoded, percent-encoded or
 * UTF-16 bytes, also inside something longer (`Basic` pairs), and base64 of its base64; and its UTF-8 bytes read one by one,
 * as in header fields and in what is no text.
 */
export function needlesOf(secret: string): Needle[] {
  if (secret.length < shortest) return []
  const bytes = Buffer.from(secret)
  const utf16 = Buffer.from(secret, 'utf16le')
  const plain = new Set([secret, bytes.toString('latin1'), oneByOne.decode(bytes)])
  const spellings = new Set([secret, formEncoded(secret), percentEncoded(secret)])
  const once = [...spellings].flatMap((text) => insideBase64(Buffer.from(text)))
  const inUtf16 = [utf16, Buffer.from(utf16).swap16()].flatMap(insideBase64)
  const twice = insideBase64(bytes)
    .flatMap(bothAlphabets)
    .flatMap((text) => insideBase64(Buffer.from(text)))
  const packed = new Set([...once, ...inUtf16, ...(secret.length < unmistakable ? [] : twice)].flatMap(bothAlphabets))
  return [
    ...[...plain].map((text): Needle => ({ text, bounded: secret.length < unmistakable, form: 'plain' })),
    { text: bytes.toString('hex'), bounded: false, form: 'hex' },
    ...[...packed]
      .filter((text) => text.length >= shortest)
      .map((text): Needle => ({ text, bounded: false, form: 'base64' })),
  ]
}

/** The characters that depend on these bytes alone, at each of the three places where base64 may begin to hold them. */
function insideBase64(inner: Buffer): string[] {
  return [0, 1, 2].map((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), inner])
    return bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6))
  })
}

const bothAlphabets = (text: string): string[] =>
  /[+/]/.test(text) ? [text, text.replaceAll('+', '-').replaceAll('/', '_')] : [text]

/** @see RFC 6749 Appendix B */
const formEncoded = (text: string) => new URLSearchParams({ '': text }).toString().slice(1)

/** By way of UTF-8, for a lone surrogate cannot be encoded. */
const percentEncoded = (text: string) => encodeURIComponent(Buffer.from(text).toString())
