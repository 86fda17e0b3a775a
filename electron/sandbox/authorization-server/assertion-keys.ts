import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { JWK } from 'oidc-provider'

/** What the client of private_key_jwt signs with: PEM, made for this run. One RSA key serves the RS and PS algorithms. */
export interface AssertionKeys {
  rsa: string
  ec: string
  ed25519: string
}

export async function generateAssertionKeys(): Promise<AssertionKeys> {
  const [rsa, ec, ed25519] = await Promise.all([
    promisify(generateKeyPair)('rsa', { modulusLength: 2048 }),
    promisify(generateKeyPair)('ec', { namedCurve: 'P-256' }),
    promisify(generateKeyPair)('ed25519'),
  ])
  return { rsa: pem(rsa), ec: pem(ec), ed25519: pem(ed25519) }
}

/** Without `alg`, so that each key serves all its algorithms. An assertion may name its key by `kid`, and need not. */
export function publicJwks(keys: AssertionKeys): JWK[] {
  return Object.entries(keys).map(([name, key]) =>
    Object.assign(createPublicKey(key).export({ format: 'jwk' }), { kid: `sandbox-${name}` }),
  )
}

function pem({ privateKey }: { privateKey: KeyObject }): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
