import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** A private key, or a sentence that says what is wrong with it, and whether that is the passphrase. */
export type Opening = { ok: true; value: KeyObject } | { ok: false; part: 'key' | 'passphrase'; message: string }

/** Larger RSA keys would take minutes for one signature. */
const mostModulusBits = 16_384

/** Kinds of keys that a runtime may refuse, by the DER of what names them. */
const kinds: readonly (readonly [name: string, der: string])[] = [
  ['RSA-PSS keys', '06092a864886f70d01010a'],
  ['EC keys on the curve secp256k1', '06052b8104000a'],
  ['EC keys on a Brainpool curve', '06092b2403030208'],
  ['Ed448 keys', '06032b6571'],
  ['X25519 keys', '06032b656e'],
  ['X448 keys', '06032b656f'],
  ['DSA keys', '06072a8648ce380401'],
]

/** Opens a key that is not encrypted. `der` is where its kind is looked up when the runtime does not take it. */
export function open(input: Parameters<typeof createPrivateKey>[0], der: Buffer): Opening {
  try {
    return checked(createPrivateKey(input))
  } catch {
    return unreadable(der)
  }
}

/** Opens an encrypted key. */
export function openEncrypted(input: Parameters<typeof createPrivateKey>[0], passphrase: string): Opening {
  if (passphrase === '') return failed('This private key is encrypted. Enter its passphrase.', 'passphrase')
  try {
    return checked(createPrivateKey(input))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.includes('BAD_DECRYPT')) return failed('The passphrase does not open this private key.', 'passphrase')
    if (/EVP_UNSUPPORTED$|UNSUPPORTED_(?:ENCRYPTION|KEY_DERIVATION|CIPHER|PRF)|UNKNOWN_/.test(code)) {
      return failed(
        'This runtime cannot use the encryption of this private key. Save it again, encrypted with AES-256.',
      )
    }
    // Now and then a wrong passphrase yields bytes that look decrypted.
    return failed('The passphrase is wrong, or this runtime cannot use the key that it opens.', 'passphrase')
  }
}

export function failed(message: string, part: 'key' | 'passphrase' = 'key'): Opening & { ok: false } {
  return { ok: false, part, message }
}

/** Says why the runtime did not take these bytes. */
export function unreadable(der: Buffer): Opening & { ok: false } {
  const kind = kinds.find(([, oid]) => der.subarray(0, 200).includes(Buffer.from(oid, 'hex')))
  return kind === undefined
    ? failed('This private key is damaged: it cannot be read.')
    : failed(`This runtime cannot use ${kind[0]}.`)
}

function checked(key: KeyObject): Opening {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits > mostModulusBits) return failed(`This RSA key has ${bits} bits; more than ${mostModulusBits} are refused.`)
  switch (key.asymmetricKeyType) {
    case 'rsa':
    case 'ec':
      return hasOwnPublicPart(key, 'sha256') ? { ok: true, value: key } : failed(partsDiffer)
    case 'ed25519':
    case 'ed448':
      return hasOwnPublicPart(key, null) ? { ok: true, value: key } : failed(partsDiffer)
    // Its type may bind it to one hash, so that no signature can be tried.
    case 'rsa-pss':
      return { ok: true, value: key }
    default:
      return failed(`This is a private key of the type ${key.asymmetricKeyType ?? 'unknown'}, which cannot sign here.`)
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

const partsDiffer = 'The parts of this private key do not belong together: what it signs does not fit its public part.'
