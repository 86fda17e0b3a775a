import { candidateOf, type Candidate, isSecretName, ranks } from './candidate.ts'
import { findRecognized } from './find-in-text.ts'

/** More tokens than these nobody looks through in one text. */
const maxWithin = 50

type Entry = readonly [name: string, value: unknown]

/** The tokens in a value that JSON.parse made, in the order of the text, however deep; without recursion. */
export function findInJson(root: unknown, as: Candidate['as'] = 'json'): Candidate[] {
  const found: Candidate[] = []
  const waiting: Entry[] = [['', root]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [name, value] = next
    if (typeof value === 'string') {
      const candidate = candidateOf(as, name, value)
      if (candidate !== null) found.push(candidate)
      // A message, or a body within a body.
      else if (!isSecretName(name)) for (const recognized of findRecognized(value, maxWithin)) found.push(recognized)
    } else if (typeof value === 'object' && value !== null) {
      const signed = compactOf(value)
      if (signed.length > 0) for (const token of signed) found.push({ as: 'jws_json', name, token, rank: ranks.access })
      else for (const entry of entriesOf(value, name).toReversed()) waiting.push(entry)
    }
  }
  return found
}

/** Elements are called as their array; a header or a parameter may be an object with name and value. */
function entriesOf(value: object, name: string): Entry[] {
  if (Array.isArray(value)) return value.map((item: unknown) => [name, item])
  if ('name' in value && 'value' in value && typeof value.name === 'string') return [[value.name, value.value]]
  return Object.entries(value)
}

/**
 * The signatures of a JWS in JSON, each as a JWS in compact form. One whose header is not protected has no such form; one
 * without a payload is detached.
 * @see RFC 7515 §7.2, appendix F
 */
function compactOf(value: object): string[] {
  const payload = 'payload' in value ? value.payload : ''
  if (typeof payload !== 'string') return []
  const signatures: unknown[] = 'signatures' in value && Array.isArray(value.signatures) ? value.signatures : [value]
  return signatures.flatMap((signature) => {
    if (typeof signature !== 'object' || signature === null) return []
    if (!('protected' in signature) || !('signature' in signature)) return []
    const { protected: header, signature: bytes } = signature
    return typeof header === 'string' && typeof bytes === 'string' ? [`${header}.${payload}.${bytes}`] : []
  })
}
