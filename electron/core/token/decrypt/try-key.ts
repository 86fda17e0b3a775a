import { compactVerify, errors, importJWK } from 'jose'
import type { Candidate } from '../keys/select.ts'

/** How trying a key ended. `damaged` is a key that the runtime refuses, such as a point beside its curve. */
export type Trial = 'valid' | 'invalid' | 'damaged' | 'unsupported'

/** Verifies a JWS with one key and one algorithm, both chosen by the caller. */
export async function tryKey(token: string, alg: string, { kty, members }: Candidate): Promise<Trial> {
  let key
  try {
    key = await importJWK({ kty, ...members }, alg)
  } catch (error) {
    return isDataError(error) ? 'damaged' : 'unsupported'
  }
  return verifies(token, alg, key)
}

/** Verifies an HMAC. */
export async function trySecret(token: string, alg: string, secret: Uint8Array): Promise<Trial> {
  return secret.length === 0 ? 'invalid' : verifies(token, alg, secret)
}

async function verifies(token: string, alg: string, key: Parameters<typeof compactVerify>[1]): Promise<Trial> {
  try {
    await compactVerify(token, key, { algorithms: [alg] })
    return 'valid'
  } catch (error) {
    // With a cause, it was not the signature that was wrong: the runtime could not do it.
    if (error instanceof errors.JWSSignatureVerificationFailed) {
      return error.cause === undefined ? 'invalid' : 'unsupported'
    }
    return error instanceof errors.JOSENotSupported ? 'unsupported' : 'invalid'
  }
}

function isDataError(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'DataError' || error.name === 'OperationError')
}
