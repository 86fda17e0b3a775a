import { decodedViews, searchViews } from '../http/decoded-views.ts'
import { type Needle, needlesOf } from '../http/secret-needles.ts'

/** Says whether a text holds a secret that is known, in any of its encodings. `certain` is false for a short one, which may be a word. */
export type KnownSecrets = (text: string) => { found: boolean; certain: boolean }

interface Look extends Pick<Needle, 'bounded' | 'form'> {
  text: string
}

const keyLength = 4

/** Made once for all texts, so that each takes time by its own length and not by the number of secrets. */
export function knownSecrets(secrets: Iterable<string>): KnownSecrets {
  const byStart = new Map<string, Look[]>()
  for (const secret of new Set([...secrets].flatMap(partsOf))) {
    for (const { text: needle, bounded, form } of needlesOf(secret)) {
      for (const text of decodedViews(needle)) {
        if (text.length < keyLength) continue
        const start = text.slice(0, keyLength)
        const looks = byStart.get(start)
        if (looks === undefined) byStart.set(start, [{ text, bounded, form }])
        else looks.push({ text, bounded, form })
      }
    }
  }
  return (text) => {
    const result = { found: false, certain: false }
    if (byStart.size === 0) return result
    const { plain, base64, hex } = searchViews(text)
    for (const view of new Set([...plain, ...base64, ...hex])) {
      for (let at = 0; at + keyLength <= view.length; at++) {
        for (const { text: look, bounded, form } of byStart.get(view.slice(at, at + keyLength)) ?? []) {
          const isLook = view.startsWith(look, at) && (form !== 'plain' || plain.includes(view))
          if (!isLook || (bounded && !isWord(view, at, look.length))) continue
          result.found = true
          if (!bounded) return { found: true, certain: true }
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
