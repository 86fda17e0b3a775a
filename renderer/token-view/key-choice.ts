import type { DecodedToken } from '../../electron/contract/decoded-token.ts'
import { memberOf, stringOf } from '../../electron/common/json-source.ts'
import type { KeySource } from '../../electron/contract/verification.ts'

type Kind = Exclude<KeySource['kind'], 'url'>
type Encoding = Extract<KeySource, { kind: 'secret' }>['encoding']

/** What to verify with, as it is on screen. Nothing of it is kept elsewhere. */
export interface KeyDraft {
  kind: Kind
  key: string
  secret: string
  encoding: Encoding
}

export const emptyKeyDraft: KeyDraft = { kind: 'jwks', key: '', secret: '', encoding: 'utf-8' }

export const keyLabels: Readonly<Record<Kind, string>> = {
  jwks: 'The environment’s key set',
  client_secret: 'The client secret',
  key: 'A pasted key',
  secret: 'A shared secret',
}

/** What the button says that verifies with these. */
export const verifyLabels: Readonly<Record<Kind, string>> = {
  jwks: 'Verify with this set',
  client_secret: 'Verify with this secret',
  key: 'Verify with this key',
  secret: 'Verify with this secret',
}

export const encodingLabels: Readonly<Record<Encoding, string>> = {
  'utf-8': 'Text (UTF-8)',
  base64url: 'base64url',
  hex: 'Hexadecimal',
}

export type KeyKinds = readonly [Kind, ...Kind[]]

const typedKinds: KeyKinds = ['key', 'secret']
const kindsOfEnvironment: KeyKinds = ['jwks', 'key', 'secret']
const symmetricKinds: KeyKinds = ['jwks', 'client_secret', 'key', 'secret']

/**
 * What may be chosen: what an environment has, when there is one, and what is typed. The client secret is a key for HS256
 * and its like only. The same list for tokens of the same kind.
 */
export function keyKinds(decoded: DecodedToken, hasEnvironment: boolean): KeyKinds {
  if (!hasEnvironment) return typedKinds
  return isSymmetric(decoded) ? symmetricKinds : kindsOfEnvironment
}

/** The kind that counts: the chosen one while it may be chosen, else the first. */
export function keyKindOf({ kind }: KeyDraft, kinds: KeyKinds): Kind {
  return kinds.includes(kind) ? kind : kinds[0]
}

/** Null while what it needs is not typed. */
export function keySourceOf({ key, secret, encoding }: KeyDraft, kind: Kind): KeySource | null {
  switch (kind) {
    case 'jwks':
      return { kind, fresh: false }
    case 'client_secret':
      return { kind }
    case 'key':
      return key.trim() === '' ? null : { kind, text: key }
    case 'secret':
      return secret === '' ? null : { kind, text: secret, encoding }
  }
}

/** Signed with a shared secret, as far as is known: an encrypted token does not say how what is inside is signed. */
function isSymmetric(decoded: DecodedToken): boolean {
  if (decoded.kind === 'jwe') return true
  const alg = 'header' in decoded ? stringOf(memberOf(decoded.header, 'alg')?.source) : null
  return alg !== null && /^HS\d/.test(alg)
}
