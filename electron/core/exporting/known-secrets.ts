import type { Needle } from '../redaction/encoded-pattern.ts'
import { needlesOf } from '../redaction/mask-secrets.ts'
import { decodedViews, type Look, lookFinder, searchViews, shortestLook } from '../redaction/search-views.ts'

/** Says whether a text holds a secret that is known, in any of its encodings. `certain` is false for a short one, which may be a word. */
export type KnownSecrets = (text: string) => { found: boolean; certain: boolean }

interface SecretLook extends Look, Pick<Needle, 'bounded' | 'form'> {}

/** Made once for all texts, so that each takes time by its own length and not by the number of secrets. */
export function knownSecrets(secrets: Iterable<string>): KnownSecrets {
  const looks = [...new Set([...secrets].flatMap(partsOf))].flatMap(looksOf)
  const find = lookFinder(looks)
  return (text) => {
    const result = { found: false, certain: false }
    if (looks.length === 0) return result
    const { plain, base64, hex } = searchViews(text)
    for (const view of new Set([...plain, ...base64, ...hex])) {
      const isPlain = plain.includes(view)
      find(view, ({ text: look, bounded, form }, at) => {
        if ((form === 'plain' && !isPlain) || (bounded && !isWord(view, at, look.length))) return
        result.found = true
        if (!bounded) result.certain = true
      })
    }
    return result
  }
}

function looksOf(secret: string): SecretLook[] {
  return needlesOf(secret).flatMap(({ text: needle, bounded, form }) =>
    decodedViews(needle).flatMap((text) => (text.length < shortestLook ? [] : { text, bounded, form })),
  )
}

const part = /[A-Za-z0-9_]/

function isWord(view: string, at: number, length: number): boolean {
  return !part.test(view[at - 1] ?? ' ') && !part.test(view[at + length] ?? ' ')
}

/** A secret, and what of it is a secret by itself: a line of a private key in PEM, a private member of a JWK. */
function partsOf(secret: string): string[] {
  const pem = secret.match(/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[^-]*/g) ?? []
  const lines = pem.flatMap((block) => block.split(/\s+/).filter((line) => /^[A-Za-z0-9+/=]{40,}$/.test(line)))
  const members = [...secret.matchAll(/"(?:d|p|q|dp|dq|qi|k)"\s*:\s*"([A-Za-z0-9_-]{16,})"/g)].map(([, value]) => value)
  return [secret, secret.trim(), ...lines, ...members.flatMap((value) => value ?? [])]
}
