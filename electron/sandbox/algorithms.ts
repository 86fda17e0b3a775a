import type { AssertionAlgorithm } from '../contract/client-authentication.ts'

/** Signature algorithms that the sandbox takes. @see RFC 7518 §3.1, RFC 8037 */
const rsa = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] satisfies AssertionAlgorithm[]
const symmetric = ['HS256', 'HS384', 'HS512'] satisfies AssertionAlgorithm[]

/** For client assertions: those that a secret, or one of the keys made for this run, can make. */
export const assertionAlgorithms = [...symmetric, ...rsa, 'ES256', 'EdDSA'] satisfies AssertionAlgorithm[]

/** For DPoP proofs, whose keys are the clients' own. */
export const proofAlgorithms = [...rsa, 'ES256', 'ES384', 'ES512', 'EdDSA'] satisfies AssertionAlgorithm[]
