import { createHash } from 'node:crypto'

/**
 * What two people read to each other to see that they have the same key: the first 160 bits of the SHA-256 of the key
 * as it is written (an age recipient, or a public key in base64url), as ten groups of four hexadecimal digits.
 * `printf %s <key> | sha256sum` shows the same.
 */
export function fingerprintOf(key: string): string {
  const digest = createHash('sha256').update(key).digest('hex')
  return (digest.slice(0, 40).match(/.{4}/g) ?? []).join(' ')
}
