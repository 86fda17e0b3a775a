import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { scryptInThread } from './scrypt-thread.ts'

/** Capped, so that a file cannot ask for more memory than this computer has: 128 · N · r bytes. */
export const scryptCostSchema = z.strictObject({
  /** base64 */
  salt: z.string().min(22).max(100),
  N: z
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
})
export type ScryptCost = z.infer<typeof scryptCostSchema>

/** About half a second and 128 MiB. */
export const newScryptCost = (): ScryptCost => ({
  salt: randomBytes(16).toString('base64'),
  N: 2 ** 17,
  r: 8,
  p: 1,
})

/**
 * The key that a passphrase stands for; the same passphrase in another Unicode form gives the same key. Node and Electron's
 * BoringSSL have scrypt and no argon2id. @see RFC 7914
 */
export async function passphraseKey(passphrase: string, { salt, N, r, p }: ScryptCost): Promise<Buffer> {
  const work = { cost: N, blockSize: r, parallelization: p }
  return Buffer.from(await scryptInThread(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), work))
}
