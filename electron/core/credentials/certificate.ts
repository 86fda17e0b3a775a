import { createHash, type KeyObject, X509Certificate } from 'node:crypto'
import { isPfx, tagsInside } from '../key-files/der.ts'
import { credentialsInJson } from '../key-files/json-credentials.ts'
import { type Material, readMaterial } from '../key-files/material.ts'
import type { PemBlock } from '../key-files/pem.ts'
import { type Reading, unreadable, type Unreadable } from './reading.ts'

const labels = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE'])

export const isCertificateBlock = ({ label }: PemBlock): boolean => labels.has(label)

export const isCertificateLabel = (label: string): boolean => labels.has(label)

/** Reads one or more certificates: PEM, a single one as DER, or JSON with these in members (also `x5c`). */
export function readCertificates(bytes: Buffer): Reading<readonly X509Certificate[]> {
  return certificatesOfMaterial(readMaterial(bytes))
}

export function certificatesOfMaterial(material: Material): Reading<readonly X509Certificate[]> {
  switch (material.kind) {
    case 'der': {
      const certificate = certificateOf(material.bytes)
      return certificate === null ? otherDer(material.bytes) : { ok: true, value: [certificate] }
    }
    case 'pem': {
      const own = material.blocks.filter(isCertificateBlock)
      const label = material.blocks[0]?.label ?? ''
      if (own.length > 0) return certificatesOf(own)
      return pkcs7Labels.has(label)
        ? unreadable('certificates_in_pkcs7')
        : unreadable('certificate_missing_in_pem', { label })
    }
    case 'json':
      return certificatesInJson(material.value)
    case 'java_key_store':
      return unreadable('java_key_store')
    case 'broken_json':
    case 'empty':
    case 'unknown':
      return unreadable('not_a_certificate')
  }
}

function certificatesInJson(value: object): Reading<readonly X509Certificate[]> {
  const found: X509Certificate[] = []
  for (const { material } of credentialsInJson(value)) {
    const read = material.kind === 'json' ? certificatesOfJwk(material.value) : certificatesOfMaterial(material)
    if (read.ok) found.push(...read.value)
  }
  return found.length === 0 ? unreadable('certificate_missing_in_json') : { ok: true, value: found }
}

/** @see RFC 7517 §4.7 */
function certificatesOfJwk(jwk: object): Reading<readonly X509Certificate[]> {
  const found = certificatesOfX5c('x5c' in jwk ? jwk.x5c : [])
  return found === null ? unreadable('x5c_unreadable') : { ok: true, value: found }
}

/** The certificates in `x5c` of a JWK; null when one of them cannot be read. @see RFC 7517 §4.7 */
export function certificatesOfX5c(x5c: unknown): X509Certificate[] | null {
  if (x5c === undefined) return []
  if (!Array.isArray(x5c)) return null
  const read = x5c.map((item) => (typeof item === 'string' ? certificateOf(Buffer.from(item, 'base64')) : null))
  const certificates = read.filter((certificate) => certificate !== null)
  return certificates.length === read.length ? certificates : null
}

/** PKCS#7 has an object identifier first, and what it identifies. @see RFC 5652 §3 */
function otherDer(der: Buffer): Unreadable {
  if (isPfx(der)) return unreadable('pfx_for_certificate')
  return unreadable(tagsInside(der)[0] === 0x06 ? 'certificates_in_pkcs7' : 'not_a_certificate')
}

const pkcs7Labels = new Set(['PKCS7', 'CMS', 'PKCS #7 SIGNED DATA'])

/** The certificates of these blocks, or the first that cannot be read. */
export function certificatesOf(blocks: readonly PemBlock[]): Reading<readonly X509Certificate[]> {
  const certificates: X509Certificate[] = []
  for (const [index, { bytes }] of blocks.entries()) {
    const certificate = bytes === null ? null : certificateOf(bytes)
    if (certificate === null) {
      return unreadable('certificate_damaged', blocks.length === 1 ? {} : { position: String(index + 1) })
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
