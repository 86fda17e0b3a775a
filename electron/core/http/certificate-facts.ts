import { X509Certificate } from 'node:crypto'
import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls'
import type { Certificate } from '../../contract/exchange.ts'
import { isWeaklySigned } from './weak-signature.ts'

const longestChain = 10
const leastRsaBits = 2048
const leastEcBits = 224

const curves: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }

/** Leaf first; a root is its own issuer, and the walk ends there. `now` is in milliseconds since 1970. */
export function chainOf(leaf: DetailedPeerCertificate, now: number): Certificate[] {
  const chain: Certificate[] = []
  let next: DetailedPeerCertificate | undefined = leaf
  while (next?.fingerprint256 !== undefined && chain.length < longestChain) {
    if (next.fingerprint256 === chain.at(-1)?.fingerprint256) break
    chain.push(certificate(next, chain.length === 0, now))
    next = next.issuerCertificate
  }
  return chain
}

function certificate(from: PeerCertificate, isLeaf: boolean, now: number): Certificate {
  const validFrom = Date.parse(from.valid_from) || 0
  const validTo = Date.parse(from.valid_to) || 0
  const problems: Certificate['problems'][number][] = []
  if (validTo < now) problems.push('expired')
  if (validFrom > now) problems.push('not_yet_valid')
  const bits = from.bits ?? null
  const isRsa = from.modulus !== undefined
  if (bits !== null && bits < (isRsa ? leastRsaBits : leastEcBits)) problems.push('weak_key')
  // A root is trusted by itself, no matter what signs it.
  const isRoot = distinguishedName(from.subject) === distinguishedName(from.issuer)
  if (!isRoot && isWeaklySigned(from.raw)) problems.push('weak_signature')
  if (isLeaf && from.subjectaltname === undefined) problems.push('no_subject_alt_name')
  return {
    subject: distinguishedName(from.subject),
    issuer: distinguishedName(from.issuer),
    subjectAltName: from.subjectaltname ?? null,
    validFrom,
    validTo,
    serialNumber: from.serialNumber,
    fingerprint256: from.fingerprint256,
    publicKey: publicKeyOf(from),
    problems,
  }
}

function publicKeyOf({ bits, modulus, asn1Curve, nistCurve, raw }: PeerCertificate): string | null {
  if (modulus !== undefined) return `RSA ${bits}`
  if (asn1Curve !== undefined) return `EC ${nistCurve ?? curves[asn1Curve] ?? asn1Curve}`
  const type = typeOf(raw)
  return type === undefined ? null : (types[type] ?? type)
}

const types: Readonly<Record<string, string>> = { ed25519: 'Ed25519', ed448: 'Ed448', 'rsa-pss': 'RSA-PSS' }

/** Undefined for what this runtime cannot read. */
function typeOf(raw: Buffer): string | undefined {
  try {
    return new X509Certificate(raw).publicKey.asymmetricKeyType
  } catch {
    return undefined
  }
}

export function distinguishedName(name: PeerCertificate['subject'] | undefined): string {
  return Object.entries(name ?? {})
    .flatMap(([type, value]) => [value ?? []].flat().map((part) => `${type}=${part}`))
    .join(', ')
}
