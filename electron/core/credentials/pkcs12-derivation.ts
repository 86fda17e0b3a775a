import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'

/** Hash functions by the size of their input block, in bytes. */
const blockBytes = { sha1: 64, sha224: 64, sha256: 64, sha384: 128, sha512: 128 } as const
export type Hash = keyof typeof blockBytes

/** What the derived bytes are for. @see RFC 7292 appendix B.3 */
export const purposes = { key: 1, iv: 2, mac: 3 } as const

/** Rounds after which other work has its turn: some files want hundreds of thousands, and no runtime does these by itself. */
const roundsAtOnce = 1000

/** Derives bytes as PKCS#12 does; `password` is as `passwordForms` has it. @see RFC 7292 appendix B.2 */
export async function deriveForPkcs12(
  hash: Hash,
  password: Buffer,
  salt: Buffer,
  purpose: keyof typeof purposes,
  rounds: number,
  length: number,
): Promise<Buffer> {
  const block = blockBytes[hash]
  const digest = (bytes: Buffer) => createHash(hash).update(bytes).digest()
  const diversifier = Buffer.alloc(block, purposes[purpose])
  const input = Buffer.concat([repeated(salt, block), repeated(password, block)])
  const parts: Buffer[] = []
  for (let have = 0; have < length;) {
    let part = digest(Buffer.concat([diversifier, input]))
    for (let round = 1; round < rounds; round++) {
      if (round % roundsAtOnce === 0) await setImmediate()
      part = digest(part)
    }
    parts.push(part)
    have += part.length
    addToBlocks(input, Buffer.alloc(block, part))
  }
  return Buffer.concat(parts).subarray(0, length)
}

/**
 * The passphrase as PKCS#12 takes it: UTF-16 with a final zero. Programs disagree about the empty one, and old OpenSSL
 * took UTF-8 for Latin-1. @see RFC 7292 appendix B.1
 */
export function passwordForms(passphrase: string): Buffer[] {
  if (passphrase === '') return [Buffer.alloc(2), Buffer.alloc(0)]
  const bytewise = Buffer.from(passphrase).toString('latin1')
  return [...new Set([passphrase, bytewise])].map((text) => Buffer.from(`${text}\0`, 'utf16le').swap16())
}

function repeated(bytes: Buffer, block: number): Buffer {
  return bytes.length === 0 ? bytes : Buffer.alloc(block * Math.ceil(bytes.length / block), bytes)
}

/** Adds `addend` + 1 to each block of `input`, as a number of that size. */
function addToBlocks(input: Buffer, addend: Buffer): void {
  for (let start = 0; start < input.length; start += addend.length) {
    let carry = 1
    for (let index = addend.length - 1; index >= 0; index--) {
      carry += (input[start + index] ?? 0) + (addend[index] ?? 0)
      input[start + index] = carry & 0xff
      carry >>= 8
    }
  }
}
