import { Buffer } from 'node:buffer'

/** A string that must not survive. */
export interface Needle {
  text: string
  /** Only as a word by itself, since a short secret may be part of many words. */
  bounded: boolean
  /** In base64 up to two characters on each side also hold bits of the secret, and line breaks may be within; hex is in lower case. */
  form: 'plain' | 'base64' | 'hex'
}

const shortest = 4
const unmistakable = 8

/**
 * What a secret looks like by itself, in hex and in base64 or base64url: of its UTF-8, form-encoded, percent-encoded or
 * UTF-16 bytes, also inside something longer (`Basic` pairs), and base64 of its base64.
 */
export function needlesOf(secret: string): Needle[] {
  if (secret.length < shortest) return []
  const bytes = Buffer.from(secret)
  const utf16 = Buffer.from(secret, 'utf16le')
  const spellings = new Set([secret, formEncoded(secret), percentEncoded(secret)])
  const once = [...spellings].flatMap((text) => insideBase64(Buffer.from(text)))
  const inUtf16 = [utf16, Buffer.from(utf16).swap16()].flatMap(insideBase64)
  const twice = insideBase64(bytes)
    .flatMap(bothAlphabets)
    .flatMap((text) => insideBase64(Buffer.from(text)))
  const packed = new Set([...once, ...inUtf16, ...(secret.length < unmistakable ? [] : twice)].flatMap(bothAlphabets))
  return [
    { text: secret, bounded: secret.length < unmistakable, form: 'plain' },
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
