import { contentAt } from '../key-files/der.ts'

/** Signature algorithms that are broken, as object identifiers in DER. @see RFC 3279 §2.2, RFC 5758 §3.2 */
const weakSignatures = new Set([
  '2a864886f70d010102', // md2WithRSAEncryption
  '2a864886f70d010104', // md5WithRSAEncryption
  '2a864886f70d010105', // sha1WithRSAEncryption
  '2b0e03021d', // sha1WithRSASignature
  '2a8648ce380403', // id-dsa-with-sha1
  '2a8648ce3d0401', // ecdsa-with-SHA1
])

/**
 * Whether a certificate (DER) is signed with MD2, MD5 or SHA-1; false for what cannot be read.
 * Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm SEQUENCE { algorithm OBJECT IDENTIFIER … } … }.
 * @see RFC 5280 §4.1
 */
export function isWeaklySigned(certificate: Buffer): boolean {
  return weakSignatures.has(contentAt(certificate, [0, 1, 0])?.toString('hex') ?? '')
}
