import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import { isPfx, tagsInside } from '../../key-files/der.ts'
import { type PemBlock, pemText } from '../../key-files/pem.ts'
import { problem } from '../../problem.ts'
import { type Entries, noEntries } from './entries.ts'

/** More blocks than this are not read. */
const maxBlocks = 200

/** Every key and certificate of a PEM text as JWK. @see RFC 7468 */
export function entriesOfPem(blocks: readonly PemBlock[]): Entries {
  const entries: object[] = []
  for (const block of blocks.slice(0, maxBlocks)) {
    if (!block.hasEnd) return noEntries(problem('verification_key_cut_off'))
    if (block.label === 'EC PARAMETERS') continue
    const entry = block.bytes === null ? null : exported(() => keyOf(block))
    if (entry === null) {
      const { label, headers } = block
      const isEncrypted = /ENCRYPTED/.test(label + headers)
      return noEntries(
        isEncrypted ? problem('verification_key_encrypted') : problem('verification_key_damaged', { label }),
      )
    }
    entries.push(entry)
  }
  return { ok: true, entries }
}

/** What DER holds as JWK: base64 of it is in `x5c`, and some servers publish their public key so. */
export function entriesOfDer(bytes: Buffer): Entries {
  if (isPfx(bytes)) return noEntries(problem('verification_key_in_pfx'))
  const [first, second, third] = tagsInside(bytes)
  // An algorithm and an OCTET STRING. @see RFC 5958 §3
  if (first === 0x30 && second === 0x04 && third === undefined) return noEntries(problem('verification_key_encrypted'))
  const entry =
    exported(() => new X509Certificate(bytes).publicKey) ??
    exported(() => createPublicKey({ key: bytes, format: 'der', type: 'spki' })) ??
    exported(() => createPublicKey({ key: bytes, format: 'der', type: 'pkcs1' })) ??
    exported(() => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' })) ??
    exported(() => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs1' })) ??
    exported(() => createPrivateKey({ key: bytes, format: 'der', type: 'sec1' }))
  return entry === null ? noEntries(problem('verification_key_format_unsupported')) : { ok: true, entries: [entry] }
}

function keyOf(block: PemBlock): KeyObject {
  const pem = pemText(block)
  if (block.label.endsWith('CERTIFICATE')) return new X509Certificate(pem).publicKey
  return block.label.endsWith('PRIVATE KEY') ? createPrivateKey(pem) : createPublicKey(pem)
}

/** Null where the runtime does not take the key, or has no JWK for its kind. */
function exported(open: () => KeyObject): object | null {
  try {
    return open().export({ format: 'jwk' })
  } catch {
    return null
  }
}
