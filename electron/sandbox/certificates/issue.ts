import { createHash, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  Certificate,
  Extension,
  Extensions,
  id_ce_authorityKeyIdentifier,
  id_ce_subjectKeyIdentifier,
  KeyIdentifier,
  Name,
  RelativeDistinguishedName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509'

/** Who a certificate speaks for: a common name, and the private key (EC) behind it. */
export interface Holder {
  commonName: string
  key: KeyObject
}

/** `notBefore` and `notAfter`, as X.509 has them. */
export interface Period {
  notBefore: Date
  notAfter: Date
}

const commonName = '2.5.4.3'
const ecdsaWithSha256 = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' })

/** PEM of a certificate for `subject`, signed by `issuer` with ECDSA and SHA-256. @see RFC 5280 §4.1 */
export function issue(subject: Holder, issuer: Holder, period: Period, extensions: readonly Extension[]): string {
  const subjectKey = publicKeyInfo(subject.key)
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(),
    signature: ecdsaWithSha256,
    issuer: nameOf(issuer),
    validity: new Validity(period),
    subject: nameOf(subject),
    subjectPublicKeyInfo: subjectKey,
    extensions: new Extensions([
      ...extensions,
      extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(identifierOf(subjectKey))),
      extension(
        id_ce_authorityKeyIdentifier,
        new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(identifierOf(publicKeyInfo(issuer.key))) }),
      ),
    ]),
  })
  const signatureValue = sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), issuer.key)
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: ecdsaWithSha256,
    signatureValue: new Uint8Array(signatureValue).buffer,
  })
  return pem(Buffer.from(AsnConvert.serialize(certificate)))
}

/** `value` is one of the extension types of `@peculiar/asn1-x509`. */
export function extension(extnID: string, value: object, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) })
}

function publicKeyInfo(privateKey: KeyObject): SubjectPublicKeyInfo {
  return AsnConvert.parse(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }), SubjectPublicKeyInfo)
}

/** @see RFC 5280 §4.2.1.2, method (1) */
function identifierOf({ subjectPublicKey }: SubjectPublicKeyInfo): Uint8Array {
  return new Uint8Array(createHash('sha1').update(new Uint8Array(subjectPublicKey)).digest())
}

function nameOf(holder: Holder): Name {
  const value = new AttributeValue({ utf8String: holder.commonName })
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: commonName, value })])])
}

/** Positive, and never with a leading zero byte, which DER forbids. @see RFC 5280 §4.1.2.2 */
function serialNumber(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes.buffer
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
