import { createHmac, randomBytes } from 'node:crypto'

/** Makes the `DPoP-Nonce` values of one server and knows them again without keeping them. @see RFC 9449 §9 */
export interface Nonces {
  current: () => string
  isKnown: (nonce: unknown) => boolean
}

/** A nonce is handed out for a minute and taken for one more, so that an answer just received still serves. */
const step = 60_000

/** `now` counts milliseconds since 1970. */
export function createNonces(now: () => number): Nonces {
  const secret = randomBytes(32)
  const nonceOf = (count: number): string => createHmac('sha256', secret).update(String(count)).digest('base64url')
  const count = (): number => Math.floor(now() / step)
  return {
    current: () => nonceOf(count()),
    isKnown: (nonce) => nonce === nonceOf(count()) || nonce === nonceOf(count() - 1),
  }
}
