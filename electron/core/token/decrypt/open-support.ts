import { compactDecrypt, CompactEncrypt } from 'jose'
import { contentEncryptions, keyManagements } from '../rejections/encryption-algorithms.ts'
import type { ReadableJwe } from '../rejections/jwe.ts'

/**
 * Whether this runtime has the ciphers of a JWE, tried on its own message: a decryption that fails looks the same
 * when the key is wrong and when the runtime lacks the cipher. BoringSSL has no AES key wrapping, for one.
 */
export async function canDecrypt({ enc, management }: ReadableJwe): Promise<boolean> {
  const alg = management.wrapping ?? 'dir'
  const length = keyManagements.get(alg)?.keyBytes ?? contentEncryptions.get(enc) ?? 0
  const key = crypto.getRandomValues(new Uint8Array(length))
  try {
    const token = await new CompactEncrypt(new Uint8Array(1)).setProtectedHeader({ alg, enc }).encrypt(key)
    await compactDecrypt(token, key)
    return true
  } catch {
    return false
  }
}
