import { createHash, type KeyObject, X509Certificate } from 'node:crypto'
import { type PemBlock, pemBlocks } from './pem.ts'
import type { Reading } from './reading.ts'
import { textOf } from './text.ts'

const labels = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE'])

export const isCertificateBlock = ({ label }: PemBlock): boolean => labels.has(label)

/** Reads one or more certificates: PEM, or a single one as DER. */
export function readCertificates(bytes: Buffer): Reading<readonly X509Certificate[]> {
  const blocks = pemBlocks(textOf(bytes))
  if (blocks.length === 0) {
    const certificate = certificateOf(bytes)
    return certificate === null ? fail(notACertificate) : { ok: true, value: [certificate] }
  }
  const own = blocks.filter(isCertificateBlock)
  const [first] = blocks
  if (own.length === 0) return fail(`This holds "${first?.label ?? ''}", and no certificate.`)
  return certificatesOf(own)
}

/** The certificates of these blocks, or the first that cannot be read. */
export function certificatesOf(blocks: readonly PemBlock[]): Reading<readonly X509Certificate[]> {
  const certificates: X509Certificate[] = []
  for (const [index, { bytes }] of blocks.entries()) {
    const certificate = bytes === null ? null : certificateOf(bytes)
    if (certificate === null) {
      return fail(blocks.length === 1 ? damaged('This certificate') : damaged(`Certificate ${index + 1} of this text`))
    }
    certificates.push(certificate)
  }
  return { ok: true, value: certificates }
}

/** The certificate in these DER bytes, or null. */
export function certificateOf(der: Buffer): X509Certificate | null {
  try {
    return new X509Certificate(der)
  } catch {
    return null
  }
}

/** The certificate of this key and those that vouch for it, in the order of the chain; null when none belongs to the key. */
export function chainOf(key: KeyObject, certificates: readonly X509Certificate[]): X509Certificate[] | null {
  const own = certificates.find((candidate) => belongsTo(candidate, key))
  if (own === undefined) return null
  const chain = [own]
  let rest = certificates.filter((certificate) => certificate !== own)
  for (let issuer = issuerAmong(own, rest); issuer !== undefined; issuer = issuerAmong(issuer, rest)) {
    chain.push(issuer)
    const taken = issuer
    rest = rest.filter((certificate) => certificate !== taken)
  }
  return [...chain, ...rest]
}

function issuerAmong(certificate: X509Certificate, others: readonly X509Certificate[]): X509Certificate | undefined {
  return others.find((other) => certificate.checkIssued(other))
}

/** True when the key is that of the certificate. */
export function belongsTo(certificate: X509Certificate, key: KeyObject): boolean {
  try {
    return certificate.checkPrivateKey(key)
  } catch {
    // A public key of a kind that this runtime does not know.
    return false
  }
}

/** Digests of a certificate's DER, base64url. @see RFC 7515 §4.1.7, §4.1.8 */
export function thumbprintsOf({ raw }: X509Certificate): { x5t: string; 'x5t#S256': string } {
  const digest = (hash: string) => createHash(hash).update(raw).digest('base64url')
  return { x5t: digest('sha1'), 'x5t#S256': digest('sha256') }
}

const fail = (message: string): Reading<never> => ({ ok: false, message })
const damaged = (what: string) => `${what} is damaged: it cannot be read.`
const notACertificate =
  'This is not a certificate. Accepted is PEM, which begins with -----BEGIN CERTIFICATE-----, or DER.'
