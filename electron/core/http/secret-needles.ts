import { Buffer } from 'node:buffer'

/** A string that must not survive. `bounded`: only as a word of its own, since a short secret may be part of many words. */
export interface Needle {
  text: string
  bounded: boolean
  /** In base64 up to two characters on each side also hold bits of the secret. */
  base64: boolean
}

const shortest = 4
const unmistakable = 8

/** What a secret looks like in base64, base64url and hex, by itself and inside something longer (`Basic` pairs). */
export function needlesOf(secret: string): Needle[] {
  if (secret.length < shortest) return []
  const packed = new Set<string>()
  for (const form of new Set([secret, formEncoded(secret), percentEncoded(secret)])) {
    for (const text of insideBase64(form)) packed.add(text).add(text.replaceAll('+', '-').replaceAll('/', '_'))
  }
  const hex = Buffer.from(secret).toString('hex')
  return [
    { text: secret, bounded: secret.length < unmistakable, base64: false },
    ...[hex, hex.toUpperCase()].map((text) => ({ text, bounded: false, base64: false })),
    ...[...packed].filter((text) => text.length >= shortest).map((text) => ({ text, bounded: false, base64: true })),
  ]
}

/** The characters that depend on the secret alone, at each of the three places where base64 may begin to hold it. */
function insideBase64(secret: string): string[] {
  return [0, 1, 2].map((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
    return bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6))
  })
}

/** @see RFC 6749 Appendix B */
const formEncoded = (text: string) => new URLSearchParams({ '': text }).toString().slice(1)

/** By way of UTF-8, for a lone surrogate cannot be encoded. */
const percentEncoded = (text: string) => encodeURIComponent(Buffer.from(text).toString())
