import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Asn1, at, childrenOf, octetsOf, oidOf } from './asn1.ts'
import { roundsOf } from './pfx-encryption.ts'
import { deriveForPkcs12, type Hash } from './pkcs12-derivation.ts'

const hashes: Readonly<Record<string, Hash>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/**
 * The one of these forms of the passphrase that the MAC is made with; null when it is none of them. A PFX without MAC,
 * or with one of another kind (PBMAC1), takes the first: decrypting will show whether it is right.
 * @see RFC 7292 §4 and appendix A
 */
export async function passwordByMac(
  mac: Asn1 | undefined,
  content: Buffer,
  forms: readonly Buffer[],
): Promise<Buffer | null> {
  const first = forms[0] ?? null
  if (mac === undefined) return first
  const hash = hashes[oidOf(at(mac, 0, 0, 0))]
  if (hash === undefined) return first
  const expected = octetsOf(at(mac, 0, 1))
  const salt = octetsOf(at(mac, 1))
  const [, , roundsNode] = childrenOf(mac)
  const rounds = roundsNode === undefined ? 1 : roundsOf(roundsNode)
  for (const form of forms) {
    const key = await deriveForPkcs12(hash, form, salt, 'mac', rounds, expected.length)
    if (isEqual(createHmac(hash, key).update(content).digest(), expected)) return form
  }
  return null
}

function isEqual(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right)
}
