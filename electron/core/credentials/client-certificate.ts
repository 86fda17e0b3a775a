import type { KeyObject, X509Certificate } from 'node:crypto'
import { certificatesOfMaterial, chainOf, thumbprintsOf } from './certificate.ts'
import { isPfx } from '../key-files/der.ts'
import { type Material, readMaterial } from '../key-files/material.ts'
import { readPfx } from './pfx.ts'
import { holdsPrivateKey, readPrivateKey } from './private-key.ts'
import { type Reading, unreadable, type Unreadable } from './reading.ts'

/** A TLS client certificate that is ready to be presented. */
export interface ClientCertificateMaterial {
  /** PEM, the client's own certificate first, then those that vouch for it. */
  cert: string
  /** PEM (PKCS#8), in clear. */
  key: string
  subject: string
  /** As `X509Certificate.fingerprint256`. */
  fingerprint256: string
  /** SHA-256 of the certificate, base64url, as tokens that are bound to it name it. @see RFC 8705 §3.1 */
  thumbprint: string
  /** Milliseconds since 1970. */
  validFrom: number
  validTo: number
}

/** `part` is the field that the problem belongs to. */
export type ClientCertificateReading =
  | { ok: true; value: ClientCertificateMaterial }
  | (Unreadable & { part: 'certificate' | 'key' | 'passphrase' })

export interface ClientCertificateSources {
  /** PEM or JSON, with the key inside or not, or PFX. */
  certificate: Buffer
  /** Null when it is in the same file. */
  key: Buffer | null
  passphrase: string
}

/**
 * Reads a client certificate and makes sure that its key belongs to it: a runtime would present nothing, without a word,
 * if it did not.
 */
export async function readClientCertificate(sources: ClientCertificateSources): Promise<ClientCertificateReading> {
  const { certificate, key, passphrase } = sources
  const material = readMaterial(certificate)
  if (key === null && holdsPrivateKey(material)) {
    const both = await readPrivateKey(certificate, passphrase)
    if (!both.ok) return both.part === 'key' ? { ...both, part: 'certificate' } : both
    return joined(both.value.key, both.value.certificates, 'certificate')
  }
  const certificates = await certificatesIn(material, passphrase)
  if (!certificates.ok) return { part: 'certificate', ...certificates }
  if (key === null) return { part: 'key', ...unreadable('certificate_without_key') }
  const own = await readPrivateKey(key, passphrase)
  return own.ok ? joined(own.value.key, certificates.value, 'key') : own
}

/** Where a certificate is out of its validity, from which day or since which; null within it. `now` is in milliseconds since 1970. */
export function invalidityOf(
  { validFrom, validTo }: Pick<ClientCertificateMaterial, 'validFrom' | 'validTo'>,
  now: number,
): { is: 'expired' | 'not_yet_valid'; at: string } | null {
  if (now > validTo) return { is: 'expired', at: dayOf(validTo) }
  return now < validFrom ? { is: 'not_yet_valid', at: dayOf(validFrom) } : null
}

async function certificatesIn(
  material: Material,
  passphrase: string,
): Promise<Reading<readonly X509Certificate[]> & { part?: 'certificate' | 'passphrase' }> {
  if (material.kind !== 'der' || !isPfx(material.bytes)) return certificatesOfMaterial(material)
  const content = await readPfx(material.bytes, passphrase)
  if (content.ok) return { ok: true, value: content.value.certificates }
  return { ...content, part: content.part === 'key' ? 'certificate' : content.part }
}

function joined(
  key: KeyObject,
  certificates: readonly X509Certificate[],
  keyPart: 'certificate' | 'key',
): ClientCertificateReading {
  const chain = chainOf(key, certificates)
  const own = chain?.[0]
  if (chain !== null && own !== undefined) return { ok: true, value: materialOf(own, chain, key) }
  return certificates.length === 0
    ? { part: 'certificate', ...unreadable('key_without_certificate') }
    : { part: keyPart, ...unreadable('key_of_other_certificate') }
}

function materialOf(
  certificate: X509Certificate,
  chain: readonly X509Certificate[],
  key: KeyObject,
): ClientCertificateMaterial {
  return {
    cert: chain.join(''),
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    subject: certificate.subject,
    fingerprint256: certificate.fingerprint256,
    thumbprint: thumbprintsOf(certificate)['x5t#S256'],
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
  }
}

const dayOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10)
