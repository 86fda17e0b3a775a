/** Signature algorithms that are broken, as object identifiers in DER. @see RFC 3279 §2.2, RFC 5758 §3.2 */
const weakSignatures = new Set([
  '2a864886f70d010102', // md2WithRSAEncryption
  '2a864886f70d010104', // md5WithRSAEncryption
  '2a864886f70d010105', // sha1WithRSAEncryption
  '2b0e03021d', // sha1WithRSASignature
  '2a8648ce380403', // id-dsa-with-sha1
  '2a8648ce3d0401', // ecdsa-with-SHA1
])

/** Whether a certificate (DER) is signed with MD2, MD5 or SHA-1; false for what cannot be read. */
export function isWeaklySigned(certificate: Buffer): boolean {
  return weakSignatures.has(signatureAlgorithm(certificate)?.toString('hex') ?? '')
}

/** Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm SEQUENCE { algorithm OBJECT IDENTIFIER … } … }. @see RFC 5280 §4.1 */
function signatureAlgorithm(certificate: Buffer): Buffer | null {
  const content = element(certificate)?.content
  const identifier = content && element(element(content)?.rest ?? Buffer.alloc(0))
  return (identifier && element(identifier.content)?.content) ?? null
}

/** The first element, and what follows it. Lengths have one byte, or say in how many they stand. @see X.690 §8.1.3 */
function element(der: Buffer): { content: Buffer; rest: Buffer } | null {
  const first = der[1]
  if (first === undefined) return null
  const bytes = first < 0x80 ? 0 : first & 0x7f
  if (bytes > 4 || der.length < 2 + bytes) return null
  const length = bytes === 0 ? first : der.readUIntBE(2, bytes)
  const start = 2 + bytes
  return { content: der.subarray(start, start + length), rest: der.subarray(start + length) }
}
