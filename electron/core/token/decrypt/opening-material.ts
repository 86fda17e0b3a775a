import type { JWK } from 'jose'

/** What a JWE may be opened with: a private key or shared secret as JWK, or the client secret. */
export type OpeningMaterial = { by: 'private_key' | 'key'; jwk: JWK } | { by: 'client_secret'; secret: string }
