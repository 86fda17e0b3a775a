import { createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto'
import {
  certificateOf,
  certificatesOf,
  certificatesOfMaterial,
  isCertificateBlock,
  isCertificateLabel,
} from './certificate.ts'
import { isPfx, tagsInside } from '../key-files/der.ts'
import { credentialsInJson, type JsonCredential } from '../key-files/json-credentials.ts'
import { holdsPrivateJwk, isJwkOrSet, readJwk } from './jwk.ts'
import { javaKeyStore, type Material, readMaterial } from '../key-files/material.ts'
import { failed, open, openEncrypted, type Opening, unreadable } from './opening.ts'
import { type PemBlock, pemText } from '../key-files/pem.ts'
import { readPfx } from './pfx.ts'
import { roundsProblem } from './rounds.ts'

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

/**
 * Reads a private key: PEM (PKCS#8, PKCS#1, SEC1, encrypted or not), JWK, JWK Set with one private key, PFX, DER, or JSON
 * with one of these in a member.
 */
export function readPrivateKey(bytes: Buffer, passphrase: string): Promise<PrivateKeyReading> {
  return readFrom(readMaterial(bytes), passphrase)
}

async function readFrom(material: Material, passphrase: string): Promise<PrivateKeyReading> {
  switch (material.kind) {
    case 'der': {
      const { bytes } = material
      return isPfx(bytes) ? readFromPfx(bytes, passphrase) : bare(openDer(bytes, passphrase))
    }
    case 'pem':
      return readFromPem(material.blocks, passphrase)
    case 'json':
      return readFromJson(material.value, passphrase)
    case 'java_key_store':
      return failed(javaKeyStore)
    case 'broken_json':
      return failed('This begins like a JWK and is not JSON. Copy it completely.')
    case 'empty':
      return failed('There is no private key here: it is empty.')
    case 'unknown':
      return failed(notAKey)
  }
}

/** True for what has a private key in it, readable or not. */
export function holdsPrivateKey(material: Material): boolean {
  switch (material.kind) {
    case 'der':
      return isPfx(material.bytes) || (certificateOf(material.bytes) === null && !isPublicKey(material.bytes))
    case 'pem':
      return material.blocks.some(isKeyBlock)
    case 'json':
      return isJwkOrSet(material.value) ? holdsPrivateJwk(material.value) : privateKeysIn(material.value).length > 0
    case 'java_key_store':
      return true
    case 'broken_json':
    case 'empty':
    case 'unknown':
      return false
  }
}

const privateKeysIn = (value: object): JsonCredential[] =>
  credentialsInJson(value).filter(({ material }) => holdsPrivateKey(material))

async function readFromJson(value: object, passphrase: string): Promise<PrivateKeyReading> {
  if (isJwkOrSet(value)) {
    const jwk = readJwk(value)
    return jwk.ok ? withParts(jwk.opening, jwk.kid, jwk.certificates) : jwk
  }
  const credentials = credentialsInJson(value)
  const keys = credentials.filter(({ material }) => holdsPrivateKey(material))
  const [own, ...others] = keys
  if (own === undefined) return failed(noKeyInJson(credentials))
  if (others.length > 0) {
    const places = keys.slice(0, 5).map(({ path }) => `"${path}"`)
    return failed(`This JSON holds ${keys.length} private keys, in ${places.join(', ')}. Enter the one to be used.`)
  }
  const read = await readFrom(own.material, passphrase === '' ? (own.passphrase ?? '') : passphrase)
  if (!read.ok) return { ...read, message: `In the member "${own.path}": ${read.message}` }
  const certificates = credentials.flatMap(({ material }) => certificatesIn(material))
  const { key, kid } = read.value
  return { ok: true, value: { key, kid: kid ?? own.kid, certificates: [...read.value.certificates, ...certificates] } }
}

function noKeyInJson(credentials: readonly JsonCredential[]): string {
  const [first] = credentials
  const other = first === undefined ? '' : ` Its member "${first.path}" holds a certificate or a public key.`
  return `This JSON is no JWK: it has no "kty". No member of it holds a private key.${other}`
}

/** Certificates beside a key, in members of their own. */
function certificatesIn(material: Material): readonly X509Certificate[] {
  if (holdsPrivateKey(material)) return []
  const read = certificatesOfMaterial(material)
  return read.ok ? read.value : []
}

const isParameters = (label: string): boolean => label.endsWith(' PARAMETERS')
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
  if (block === undefined) return failed(otherKind(blocks.find(({ label }) => !isParameters(label))?.label ?? ''))
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
  return isCertificateLabel(label) ? certificateOnly : notAKey
}

const publicOnly = 'This is a public key, not its private key.'
const certificateOnly = 'This is a certificate, not its private key.'
const notAKey =
  'This is not a private key. Accepted are PEM, which begins with -----BEGIN …, JWK or a key file in JSON, which begin with {, and PFX files, also in base64.'
const openSsh =
  'This is a key in the format of OpenSSH. Convert a copy of it with: ssh-keygen -p -m PKCS8 -f <file of the copy>'
