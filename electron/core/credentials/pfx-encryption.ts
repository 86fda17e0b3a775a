import { createDecipheriv, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type forge from 'node-forge'
import type { Problem } from '../../contract/problem.ts'
import { type Asn1, at, childrenOf, integerOf, octetsOf, oidOf } from './asn1.ts'
import { deriveForPkcs12, type Hash } from './pkcs12-derivation.ts'
import { unreadable, type Unreadable } from './reading.ts'
import { mostRounds, tooManyRounds } from './rounds.ts'

/** Thrown while a PFX is read, caught where its reading began: it asks for what cannot be done. */
export class Unusable extends Error {
  readonly problem: Problem
  constructor({ problem }: Unreadable) {
    super(problem.code)
    this.problem = problem
  }
}

/** A passphrase in both its forms: as PKCS#12 derives from it, and as PBES2 does. */
export interface Password {
  pkcs12: Buffer
  text: string
}

/** What needs to be known of node-forge: RC2 is in no runtime of ours any more. */
export type Forge = Pick<typeof forge, 'asn1' | 'rc2' | 'util'>

const keyLengths: Readonly<Record<string, { cipher: string; bytes: number }>> = {
  '2.16.840.1.101.3.4.1.2': { cipher: 'aes-128-cbc', bytes: 16 },
  '2.16.840.1.101.3.4.1.22': { cipher: 'aes-192-cbc', bytes: 24 },
  '2.16.840.1.101.3.4.1.42': { cipher: 'aes-256-cbc', bytes: 32 },
  '1.2.840.113549.3.7': { cipher: 'des-ede3-cbc', bytes: 24 },
}

const hmacs: Readonly<Record<string, Hash>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}

/** Key lengths in bytes of the ciphers of PKCS#12 itself. @see RFC 7292 appendix C */
const pkcs12Ciphers: Readonly<Record<string, { cipher: 'des3' | 'rc2'; bytes: number }>> = {
  '1.2.840.113549.1.12.1.3': { cipher: 'des3', bytes: 24 },
  '1.2.840.113549.1.12.1.4': { cipher: 'des3', bytes: 16 },
  '1.2.840.113549.1.12.1.5': { cipher: 'rc2', bytes: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: 'rc2', bytes: 5 },
}

const pbes2 = '1.2.840.113549.1.5.13'
const pbkdf2Oid = '1.2.840.113549.1.5.12'

/** Decrypts what an AlgorithmIdentifier names; null when the passphrase is wrong. @see RFC 8018 §6.2, RFC 7292 appendix C */
export async function decrypt(
  forge: Forge,
  algorithm: Asn1,
  ciphertext: Buffer,
  password: Password,
): Promise<Buffer | null> {
  const oid = oidOf(at(algorithm, 0))
  const own = pkcs12Ciphers[oid]
  if (oid === pbes2) return decryptPbes2(at(algorithm, 1), ciphertext, password.text)
  if (own === undefined) throw unknownEncryption(oid)
  const salt = octetsOf(at(algorithm, 1, 0))
  const rounds = roundsOf(at(algorithm, 1, 1))
  const key = await deriveForPkcs12('sha1', password.pkcs12, salt, 'key', rounds, own.bytes)
  const iv = await deriveForPkcs12('sha1', password.pkcs12, salt, 'iv', rounds, 8)
  if (own.cipher === 'rc2') return decryptRc2(forge, key, iv, ciphertext)
  // With two keys the first serves again as the third.
  return decipher('des-ede3-cbc', Buffer.concat([key, key]).subarray(0, 24), iv, ciphertext)
}

/** A number of rounds that can be run. */
export function roundsOf(node: Asn1): number {
  const rounds = integerOf(node)
  if (rounds < 1 || rounds > mostRounds) throw new Unusable(tooManyRounds(rounds))
  return rounds
}

async function decryptPbes2(parameters: Asn1, ciphertext: Buffer, passphrase: string): Promise<Buffer | null> {
  const derivation = oidOf(at(parameters, 0, 0))
  if (derivation !== pbkdf2Oid) throw unknownEncryption(derivation)
  const [saltNode, roundsNode, ...rest] = childrenOf(at(parameters, 0, 1))
  const prf = rest.find((node) => Array.isArray(node.value))
  const hmac = prf === undefined ? '1.2.840.113549.2.7' : oidOf(at(prf, 0))
  const hash = hmacs[hmac]
  const oid = oidOf(at(parameters, 1, 0))
  const scheme = keyLengths[oid]
  if (hash === undefined) throw unknownEncryption(hmac)
  if (scheme === undefined || saltNode === undefined || roundsNode === undefined) throw unknownEncryption(oid)
  const key = await promisify(pbkdf2)(passphrase, octetsOf(saltNode), roundsOf(roundsNode), scheme.bytes, hash)
  return decipher(scheme.cipher, key, octetsOf(at(parameters, 1, 1)), ciphertext)
}

function decipher(cipher: string, key: Buffer, iv: Buffer, ciphertext: Buffer): Buffer | null {
  try {
    const open = createDecipheriv(cipher, key, iv)
    return Buffer.concat([open.update(ciphertext), open.final()])
  } catch {
    return null
  }
}

function decryptRc2({ rc2, util }: Forge, key: Buffer, iv: Buffer, ciphertext: Buffer): Buffer | null {
  const open = rc2.createDecryptionCipher(key.toString('latin1'), key.length * 8)
  open.start(iv.toString('latin1'))
  open.update(util.createBuffer(ciphertext.toString('latin1')))
  return open.finish() ? Buffer.from(open.output.getBytes(), 'latin1') : null
}

const unknownEncryption = (oid: string) => new Unusable(unreadable('pfx_encryption_unsupported', { oid }))
