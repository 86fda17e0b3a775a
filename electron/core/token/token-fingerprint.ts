import { hash } from 'node:crypto'

/** What a token is known by where it must not be kept itself: base64url of the first 12 bytes of its SHA-256. */
export const tokenFingerprint = (token: string): string =>
  hash('sha256', token, 'buffer').subarray(0, 12).toString('base64url')
