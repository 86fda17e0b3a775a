import type { X509Certificate } from 'node:crypto'
import { certificatesOfX5c } from './certificate.ts'
import { failed, open, type Opening, type Unopened } from './opening.ts'

/** A private key as JWK names it, with what comes along. */
export type JwkReading =
  | Unopened
  | { ok: true; opening: Opening; kid: string | null; certificates: readonly X509Certificate[] }

type Members = Readonly<Record<string, unknown>>

const parameterNames = ['kty', 'crv', 'x', 'y', 'd', 'n', 'e', 'p', 'q', 'dp', 'dq', 'qi'] as const

/** True for JSON that is a JWK or a JWK Set. */
export function isJwkOrSet(value: object): value is Members {
  return 'kty' in value || ('keys' in value && Array.isArray(value.keys))
}

export function holdsPrivateJwk(value: Members): boolean {
  return [value, ...privateKeysOf(value['keys'])].some((key) => typeof key['d'] === 'string')
}

/** Reads a JWK, or a JWK Set with exactly one private key. @see RFC 7517 §4, §5, RFC 7518 §6 */
export function readJwk(value: Members): JwkReading {
  const keys = value['keys']
  if (!Array.isArray(keys)) return readOne(value)
  const own = privateKeysOf(keys)
  const [only] = own
  if (only === undefined) return failed('jwk_set_without_private_key')
  return own.length === 1 ? readOne(only) : failed('jwk_set_with_private_keys', { count: String(own.length) })
}

function privateKeysOf(keys: unknown): Members[] {
  return Array.isArray(keys) ? keys.filter((key): key is Members => isObject(key) && typeof key['d'] === 'string') : []
}

function readOne(jwk: Members): JwkReading {
  const kty = jwk['kty']
  if (typeof kty !== 'string') return failed('jwk_without_kty')
  if (kty === 'oct') return failed('jwk_symmetric')
  if (kty !== 'RSA' && kty !== 'EC' && kty !== 'OKP') return failed('jwk_kty_unsupported')
  if (typeof jwk['d'] !== 'string') return failed('jwk_public')
  if (kty === 'RSA' && typeof jwk['p'] !== 'string') {
    return failed('jwk_without_primes')
  }
  const certificates = certificatesOfX5c(jwk['x5c'])
  if (certificates === null) return failed('x5c_unreadable')
  const kid = jwk['kid']
  return { ok: true, opening: openJwk(jwk), kid: typeof kid === 'string' && kid !== '' ? kid : null, certificates }
}

function openJwk(jwk: Members): Opening {
  const key = Object.fromEntries(
    parameterNames.flatMap((name) => {
      const value = jwk[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
  const opening = open({ key, format: 'jwk' }, Buffer.alloc(0))
  if (!opening.ok && key['crv'] !== undefined && !/^(?:P-256|P-384|P-521|Ed25519)$/.test(key['crv'])) {
    return failed('jwk_curve_unsupported')
  }
  if (!opening.ok || key['kty'] !== 'OKP') return opening
  // The runtime computes the public part itself and does not look at the one that is given.
  return opening.value.export({ format: 'jwk' }).x === key['x'] ? opening : failed('jwk_parts_differ')
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
