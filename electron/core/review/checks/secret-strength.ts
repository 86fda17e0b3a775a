import type { HeldSecret, ReviewCase } from '../case.ts'
import { judged, type ReviewCheck, seenHere } from '../check.ts'
import { credentialOf } from '../parts/credential.ts'

/** Fewer characters that can be typed cannot hold 128 bits. @see RFC 6749 §10.10 */
const leastLength = 20
/** Fewer can be tried one by one. */
const leastAtAll = 10
/** So few in a text of `leastLength` do not come from chance, not even of digits. */
const fewDifferent = 5

/** Bytes of the key of an HMAC, at least. @see RFC 7518 §3.2 */
const leastBytes: Readonly<Record<string, number>> = { HS256: 32, HS384: 48, HS512: 64 }

/** Whether the client secret can be guessed. How long it is exactly is not said. */
export const secretStrength: ReviewCheck = {
  name: 'secret_strength',
  look: (kase) => {
    if (credentialOf(kase.settings) !== 'client_secret') return [judged('secret_not_used', [])]
    const held = kase.secrets.find(({ name }) => name === 'client_secret')
    const length = held?.facts?.length
    if (held === undefined || length === undefined) return [judged('secret_not_readable', [])]
    const seen = (value: string) => [seenHere('setting', 'client_secret', value)]
    const because = whyGuessable(held)
    if (because !== null) return [judged('secret_guessable', seen('…'), { because })]
    if (length < leastLength)
      return [judged('secret_short', seen(`length < ${leastLength}`), { least: String(leastLength) })]
    const bytes = bytesFor(kase)
    if (length < bytes) {
      const { alg } = kase.settings.assertion
      return [judged('secret_short_for_algorithm', seen(`length < ${bytes}`), { alg, bytes: String(bytes) })]
    }
    return [judged('secret_long', seen(`length ≥ ${leastLength}`), { least: String(leastLength) })]
  },
}

function whyGuessable({
  facts,
  differentCharacters,
}: HeldSecret): 'placeholder' | 'client_id' | 'short' | 'repetitive' | null {
  if (facts === null) return null
  if (facts.isPlaceholder) return 'placeholder'
  if (facts.equalsClientId) return 'client_id'
  if (facts.length < leastAtAll) return 'short'
  const isRepetitive = differentCharacters !== null && differentCharacters <= fewDifferent
  return isRepetitive && facts.length >= leastLength ? 'repetitive' : null
}

const bytesFor = ({ settings }: ReviewCase): number =>
  settings.token_endpoint_auth_method === 'client_secret_jwt' ? (leastBytes[settings.assertion.alg] ?? 0) : 0
