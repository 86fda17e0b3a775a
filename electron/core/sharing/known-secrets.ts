import { decodedViews } from '../http/decoded-views.ts'
import { needlesOf } from '../http/secret-needles.ts'

/** Says whether a text holds a secret that is known, in any of its encodings. `certain` is false for a short one, which may be a word. */
export type KnownSecrets = (text: string) => { found: boolean; certain: boolean }

interface Look {
  text: string
  bounded: boolean
}

const keyLength = 4

/** Made once for all texts, so that each takes time by its own length and not by the number of secrets. */
export function knownSecrets(secrets: Iterable<string>): KnownSecrets {
  const byStart = new Map<string, Look[]>()
  for (const secret of new Set([...secrets].flatMap(partsOf))) {
    for (const { text: needle, bounded } of needlesOf(secret)) {
      for (const text of decodedViews(needle)) {
        if (text.length < keyLength) continue
        const start = text.slice(0, keyLength)
        const looks = byStart.get(start)
        if (looks === undefined) byStart.set(start, [{ text, bounded }])
        else looks.push({ text, bounded })
      }
    }
  }
  return (text) => {
    const result = { found: false, certain: false }
    if (byStart.size === 0) return result
    for (const view of decodedViews(text)) {
      for (let at = 0; at + keyLength <= view.length; at++) {
        for (const look of byStart.get(view.slice(at, at + keyLength)) ?? []) {
          if (!view.startsWith(look.text, at) || (look.bounded && !isWord(view, at, look.text.length))) continue
          result.found = true
          if (!look.bounded) return { found: true, certain: true }
        }
      }
    }
    return result
  }
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
