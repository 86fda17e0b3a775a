import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { EvidenceArguments } from '../../catalogue/evidence.ts'
import type { problems } from '../../catalogue/problems.ts'
import type { ProblemCode } from '../../contract/problem.ts'
import { unreadable, type Unreadable } from './reading.ts'

/** A private key, or what is wrong with it, and whether that is the passphrase. */
export type Opening = { ok: true; value: KeyObject } | Unopened
export type Unopened = Unreadable & { part: 'key' | 'passphrase' }

/** Larger RSA keys would take minutes for one signature. */
const mostModulusBits = 16_384

/** Kinds of keys that a runtime may refuse, by the DER of what names them. */
const kinds: readonly (readonly [name: string, der: string])[] = [
  ['rsa_pss', '06092a864886f70d01010a'],
  ['secp256k1', '06052b8104000a'],
  ['brainpool', '06092b2403030208'],
  ['ed448', '06032b6571'],
  ['x25519', '06032b656e'],
  ['x448', '06032b656f'],
  ['dsa', '06072a8648ce380401'],
]

/** Opens a key that is not encrypted. `der` is where its kind is looked up when the runtime does not take it. */
export function open(input: Parameters<typeof createPrivateKey>[0], der: Buffer): Opening {
  try {
    return checked(createPrivateKey(input))
  } catch {
    return notOpened(der)
  }
}

/** Opens an encrypted key. */
export function openEncrypted(input: Parameters<typeof createPrivateKey>[0], passphrase: string): Opening {
  if (passphrase === '') return wrongPassphrase('private_key_encrypted')
  try {
    return checked(createPrivateKey(input))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.includes('BAD_DECRYPT')) return wrongPassphrase('private_key_passphrase_wrong')
    if (/EVP_UNSUPPORTED$|UNSUPPORTED_(?:ENCRYPTION|KEY_DERIVATION|CIPHER|PRF)|UNKNOWN_/.test(code)) {
      return failed('private_key_encryption_unsupported')
    }
    // Now and then a wrong passphrase yields bytes that look decrypted.
    return wrongPassphrase('private_key_passphrase_unlikely')
  }
}

export const failed = <Code extends ProblemCode>(
  code: Code,
  ...evidence: EvidenceArguments<(typeof problems)[Code]>
): Unopened => ({ part: 'key', ...unreadable(code, ...evidence) })

const wrongPassphrase = (
  code: 'private_key_encrypted' | 'private_key_passphrase_wrong' | 'private_key_passphrase_unlikely',
): Unopened => ({ part: 'passphrase', ...unreadable(code) })

/** Why the runtime did not take these bytes. */
function notOpened(der: Buffer): Unopened {
  const kind = kinds.find(([, oid]) => der.subarray(0, 200).includes(Buffer.from(oid, 'hex')))
  return kind === undefined ? failed('private_key_damaged') : failed('private_key_kind_unsupported', { kind: kind[0] })
}

function checked(key: KeyObject): Opening {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits > mostModulusBits) return failed('rsa_key_too_large', { bits: String(bits), most: String(mostModulusBits) })
  switch (key.asymmetricKeyType) {
    case 'rsa':
    case 'ec':
      return hasOwnPublicPart(key, 'sha256') ? { ok: true, value: key } : failed('private_key_parts_differ')
    case 'ed25519':
    case 'ed448':
      return hasOwnPublicPart(key, null) ? { ok: true, value: key } : failed('private_key_parts_differ')
    // Its type may bind it to one hash, so that no signature can be tried.
    case 'rsa-pss':
      return { ok: true, value: key }
    default:
      return failed('private_key_cannot_sign', { type: key.asymmetricKeyType ?? 'unknown' })
  }
}

/** Runtimes take a key whose parts do not belong together; its signatures then fit nothing. */
function hasOwnPublicPart(key: KeyObject, hash: string | null): boolean {
  const probe = Buffer.from('probe')
  try {
    return verify(hash, probe, createPublicKey(key), sign(hash, probe, key))
  } catch {
    return false
  }
}
