import { createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto'
import { certificateOf, certificatesOf, isCertificateBlock } from './certificate.ts'
import { tagsInside } from './der.ts'
import { readJwk } from './jwk.ts'
import { failed, open, openEncrypted, type Opening, unreadable } from './opening.ts'
import { type PemBlock, pemBlocks, pemText } from './pem.ts'
import { isPfx, readPfx } from './pfx.ts'
import { roundsProblem } from './rounds.ts'
import { textOf } from './text.ts'

/** A private key and what its file says about it. */
export interface PrivateKey {
  key: KeyObject
  /** Of a JWK. */
  kid: string | null
  /** Those in the same file, whether or not they belong to the key. */
  certificates: readonly X509Certificate[]
}

/** `part` is the field that the sentence belongs to. */
export type PrivateKeyReading =
  | { ok: true; value: PrivateKey }
  | { ok: false; part: 'key' | 'passphrase'; message: string }

const encryptedLabel = 'ENCRYPTED PRIVATE KEY'
const formats = { 'PRIVATE KEY': 'pkcs8', 'RSA PRIVATE KEY': 'pkcs1', 'EC PRIVATE KEY': 'sec1' } as const
const isFormat = (label: string): label is keyof typeof formats => Object.hasOwn(formats, label)

/** Reads a private key: PEM (PKCS#8, PKCS#1, SEC1, encrypted or not), JWK, JWK Set with one private key, PFX, or DER. */
export async function readPrivateKey(bytes: Buffer, passphrase: string): Promise<PrivateKeyReading> {
  if (bytes[0] === 0x30) return isPfx(bytes) ? readFromPfx(bytes, passphrase) : bare(openDer(bytes, passphrase))
  const text = textOf(bytes).trim()
  if (text === '') return failed('There is no private key here: it is empty.')
  if (text.startsWith('{')) {
    const jwk = readJwk(text)
    return jwk.ok ? withParts(jwk.opening, jwk.kid, jwk.certificates) : jwk
  }
  const blocks = pemBlocks(text)
  return blocks.length === 0 ? failed(notAKey) : readFromPem(blocks, passphrase)
}

/** True for a PEM text with a private key in it, readable or not. */
export function holdsPrivateKey(bytes: Buffer): boolean {
  return pemBlocks(textOf(bytes)).some(isKeyBlock)
}

const isKeyBlock = ({ label }: PemBlock): boolean => label.endsWith('PRIVATE KEY')
const bare = (opening: Opening): PrivateKeyReading => withParts(opening, null, [])

function withParts(opening: Opening, kid: string | null, certificates: readonly X509Certificate[]): PrivateKeyReading {
  return opening.ok ? { ok: true, value: { key: opening.value, kid, certificates } } : opening
}

async function readFromPfx(bytes: Buffer, passphrase: string): Promise<PrivateKeyReading> {
  const content = await readPfx(bytes, passphrase)
  if (!content.ok) return content
  const { keys, certificates } = content.value
  const [der] = keys
  if (der === undefined) return failed('This PFX holds certificates only, and no private key. Export it with its key.')
  if (keys.length > 1) return failed(`This PFX holds ${keys.length} private keys. Export the one that is to be used.`)
  return withParts(open({ key: der, format: 'der', type: 'pkcs8' }, der), null, certificates)
}

function readFromPem(blocks: readonly PemBlock[], passphrase: string): PrivateKeyReading {
  const keys = blocks.filter(isKeyBlock)
  const [block] = keys
  if (block === undefined) return failed(otherKind(blocks[0]?.label ?? ''))
  if (keys.length > 1) return failed(`This text holds ${keys.length} private keys. Enter the one that is to be used.`)
  const certificates = certificatesOf(blocks.filter(isCertificateBlock))
  if (!certificates.ok) return failed(certificates.message)
  return withParts(openPem(block, passphrase), null, certificates.value)
}

function openPem(block: PemBlock, passphrase: string): Opening {
  const { label, headers, bytes } = block
  if (bytes === null) return failed('This private key is damaged or cut off. Copy it from BEGIN to END.')
  if (headers.includes('ENCRYPTED')) return openEncrypted({ key: pemText(block), passphrase }, passphrase)
  if (label === encryptedLabel) return openEncryptedDer(bytes, passphrase)
  if (isFormat(label)) return open({ key: bytes, format: 'der', type: formats[label] }, bytes)
  if (label === 'OPENSSH PRIVATE KEY') return failed(openSsh)
  return failed(`This runtime cannot use a key in the format ${label}. Save it as PKCS#8.`)
}

function openEncryptedDer(bytes: Buffer, passphrase: string): Opening {
  const tooMany = roundsProblem(bytes)
  if (tooMany !== null) return failed(tooMany)
  return openEncrypted({ key: bytes, format: 'der', type: 'pkcs8', passphrase }, passphrase)
}

function openDer(bytes: Buffer, passphrase: string): Opening {
  const [first, second, third] = tagsInside(bytes)
  const isSequence = first === 0x30
  if (isSequence && second === 0x04 && third === undefined) return openEncryptedDer(bytes, passphrase)
  if (certificateOf(bytes) !== null) return failed(certificateOnly)
  if (isSequence && isPublicKey(bytes)) return failed(publicOnly)
  for (const type of Object.values(formats)) {
    const opening = open({ key: bytes, format: 'der', type }, bytes)
    if (opening.ok || opening.message !== unreadable(bytes).message) return opening
  }
  return first === 0x02 ? unreadable(bytes) : failed(notAKey)
}

function isPublicKey(der: Buffer): boolean {
  try {
    createPublicKey({ key: der, format: 'der', type: 'spki' })
    return true
  } catch {
    return false
  }
}

function otherKind(label: string): string {
  if (label.endsWith('PUBLIC KEY')) return publicOnly
  if (label === 'CERTIFICATE REQUEST' || label === 'NEW CERTIFICATE REQUEST') {
    return 'This is a certificate request, not the private key it was made with.'
  }
  return isCertificateBlock({ label, headers: '', bytes: null }) ? certificateOnly : notAKey
}

const publicOnly = 'This is a public key, not its private key.'
const certificateOnly = 'This is a certificate, not its private key.'
const notAKey =
  'This is not a private key. Accepted are PEM, which begins with -----BEGIN …, JWK, which begins with {, and PFX files.'
const openSsh =
  'This is a key in the format of OpenSSH. Convert a copy of it with: ssh-keygen -p -m PKCS8 -f <file of the copy>'
