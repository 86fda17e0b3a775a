import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import { type Entries, noEntries } from './entries.ts'

/** More blocks than this are not read. */
const maxBlocks = 200

/** Every key and certificate of a PEM text as JWK; of a certificate its public key, of a private key all of it. @see RFC 7468 */
export function readPem(text: string): Entries {
  const source = text.includes('\n') ? text : text.replaceAll('\\n', '\n')
  const blocks = [...source.matchAll(/-----BEGIN ([A-Z0-9 ]{1,64})-----(?:[^-]|-(?!----))*-----END \1-----/g)].slice(
    0,
    maxBlocks,
  )
  if (blocks.length === 0) return source.includes('-----BEGIN ') ? noEntries('key_cut') : readBare(source)
  const entries: object[] = []
  for (const [block, label = ''] of blocks) {
    if (label === 'EC PARAMETERS') continue
    const entry = exported(() => keyOf(block, label))
    if (entry === null) return noEntries(/ENCRYPTED/.test(block) ? 'key_encrypted' : 'key_unreadable', { label })
    entries.push(entry)
  }
  return { ok: true, entries }
}

function keyOf(block: string, label: string): KeyObject {
  if (label.endsWith('CERTIFICATE')) return new X509Certificate(block).publicKey
  return label.endsWith('PRIVATE KEY') ? createPrivateKey(block) : createPublicKey(block)
}

/** Base64 of DER without the lines around it: as `x5c` has certificates, and as some servers publish their public key. */
function readBare(text: string): Entries {
  const base64 = text.replaceAll(/\s/g, '')
  if (!/^M[A-Za-z0-9+/]{40,}={0,2}$/.test(base64)) return noEntries('key_unknown')
  const der = Buffer.from(base64, 'base64')
  const entry =
    exported(() => new X509Certificate(der).publicKey) ??
    exported(() => createPublicKey({ key: der, format: 'der', type: 'spki' })) ??
    exported(() => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
  return entry === null ? noEntries('key_unknown') : { ok: true, entries: [entry] }
}

/** Null where the runtime does not take the key, or has no JWK for its kind. */
function exported(open: () => KeyObject): object | null {
  try {
    return open().export({ format: 'jwk' })
  } catch {
    return null
  }
}
