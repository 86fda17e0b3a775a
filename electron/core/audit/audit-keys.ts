import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { keyBytes } from '../secrets/envelope.ts'

/** The name of the audit key among the sealed values. It is stored as base64. */
export const auditKeyName = 'audit_key'

export const newAuditKey = (): string => randomBytes(keyBytes).toString('base64')

/** What is made of the audit key, one key for each use. */
export interface AuditKeys {
  /** Over an entry and its number. */
  entry: KeyObject
  /** Over an entry and all before it. */
  link: KeyObject
  /** Encrypts the head. */
  head: Buffer
}

/** Null when the text is no audit key. @see RFC 5869 */
export function auditKeysOf(text: string): AuditKeys | null {
  const key = Buffer.from(text, 'base64')
  if (key.length !== keyBytes) return null
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `audit-trail/${use}`, keyBytes))
  return {
    entry: createSecretKey(derived('entry')),
    link: createSecretKey(derived('link')),
    head: derived('head'),
  }
}

export const hmac = (key: KeyObject, ...parts: readonly (string | Uint8Array)[]): Buffer => {
  const made = createHmac('sha256', key)
  for (const part of parts) made.update(part)
  return made.digest()
}
