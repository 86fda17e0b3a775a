import type { JSONWebKeySet } from 'jose'
import type { CheckReason } from '../../../contract/check-reasons.ts'
import type { Finding } from '../../../contract/finding.ts'

/** Why there are no keys to verify with. */
export type NoKeys = Extract<
  CheckReason,
  | 'keys_not_given'
  | 'keys_not_looked_up'
  | 'keys_invalid'
  | 'keys_unreachable'
  | 'keys_redirected'
  | 'keys_in_clear'
  | 'jwks_uri_missing'
>

/**
 * What to verify with, or why there is nothing. `keys` verify asymmetric algorithms only, the others HS* only: a public key
 * is never taken for a secret. `shared_secrets` is a typed set of JWKs of the kind "oct". `findings` are there when the
 * set was judged already.
 * @see RFC 8725 §3.1
 */
export type Keys =
  | { kind: 'keys'; keys: JSONWebKeySet; findings?: readonly Finding[] }
  | { kind: 'shared_secrets'; keys: JSONWebKeySet; findings?: readonly Finding[] }
  | { kind: 'secret'; secret: Uint8Array }
  | { kind: 'none'; reason: NoKeys }
