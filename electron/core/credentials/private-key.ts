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
import { type Material, readMaterial } from '../key-files/material.ts'
import { failed, open, openEncrypted, type Opening, type Unopened } from './opening.ts'
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

/** `part` is the field that the problem belongs to. */
type PrivateKeyReading = { ok: true; value: PrivateKey } | Unopened

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
      return failed('java_key_store')
    case 'broken_json':
      return failed('json_incomplete')
    case 'empty':
      return failed('private_key_empty')
    case 'unknown':
      return failed('not_a_private_key')
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
  if (own === undefined) return noKeyInJson(credentials)
  if (others.length > 0) {
    const members = keys.slice(0, 5).map(({ path }) => `"${path}"`)
    return failed('private_keys_in_json', { count: String(keys.length), members: members.join(', ') })
  }
  const read = await readFrom(own.material, passphrase === '' ? (own.passphrase ?? '') : passphrase)
  if (!read.ok) return { ...read, problem: { ...read.problem, member: own.path } }
  const certificates = credentials.flatMap(({ material }) => certificatesIn(material))
  const { key, kid } = read.value
  return { ok: true, value: { key, kid: kid ?? own.kid, certificates: [...read.value.certificates, ...certificates] } }
}

function noKeyInJson(credentials: readonly JsonCredential[]): Unopened {
  const [first] = credentials
  return failed('private_key_missing_in_json', first === undefined ? {} : { other: first.path })
}

/** Certificates beside a key, in their own members. */
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
  if (der === undefined) return failed('pfx_without_private_key')
  if (keys.length > 1) return failed('pfx_with_private_keys', { count: String(keys.length) })
  return withParts(open({ key: der, format: 'der', type: 'pkcs8' }, der), null, certificates)
}

function readFromPem(blocks: readonly PemBlock[], passphrase: string): PrivateKeyReading {
  const keys = blocks.filter(isKeyBlock)
  const [block] = keys
  if (block === undefined) return failed(otherKind(blocks.find(({ label }) => !isParameters(label))?.label ?? ''))
  if (keys.length > 1) return failed('private_keys_in_pem', { count: String(keys.length) })
  const certificates = certificatesOf(blocks.filter(isCertificateBlock))
  if (!certificates.ok) return { part: 'key', ...certificates }
  return withParts(openPem(block, passphrase), null, certificates.value)
}

function openPem(block: PemBlock, passphrase: string): Opening {
  const { label, headers, bytes } = block
  if (bytes === null) return failed('private_key_cut_off')
  if (headers.includes('ENCRYPTED')) return openEncrypted({ key: pemText(block), passphrase }, passphrase)
  if (label === encryptedLabel) return openEncryptedDer(bytes, passphrase)
  if (isFormat(label)) return open({ key: bytes, format: 'der', type: formats[label] }, bytes)
  if (label === 'OPENSSH PRIVATE KEY') return failed('private_key_in_openssh_format')
  return failed('private_key_format_unsupported', { label })
}

function openEncryptedDer(bytes: Buffer, passphrase: string): Opening {
  const tooMany = roundsProblem(bytes)
  if (tooMany !== null) return { part: 'key', ...tooMany }
  return openEncrypted({ key: bytes, format: 'der', type: 'pkcs8', passphrase }, passphrase)
}

function openDer(bytes: Buffer, passphrase: string): Opening {
  const [first, second, third] = tagsInside(bytes)
  const isSequence = first === 0x30
  if (isSequence && second === 0x04 && third === undefined) return openEncryptedDer(bytes, passphrase)
  if (certificateOf(bytes) !== null) return failed('certificate_for_private_key')
  if (isSequence && isPublicKey(bytes)) return failed('public_key_for_private_key')
  let unopened: Unopened = failed('private_key_damaged')
  for (const type of Object.values(formats)) {
    const opening = open({ key: bytes, format: 'der', type }, bytes)
    if (opening.ok || !isForeign(opening)) return opening
    unopened = opening
  }
  return first === 0x02 ? unopened : failed('not_a_private_key')
}

/** True where the runtime did not take the bytes, so that they may be in another format. */
const isForeign = ({ problem: { code } }: Unopened): boolean =>
  code === 'private_key_damaged' || code === 'private_key_kind_unsupported'

function isPublicKey(der: Buffer): boolean {
  try {
    createPublicKey({ key: der, format: 'der', type: 'spki' })
    return true
  } catch {
    return false
  }
}

function otherKind(label: string) {
  if (label.endsWith('PUBLIC KEY')) return 'public_key_for_private_key'
  if (label === 'CERTIFICATE REQUEST' || label === 'NEW CERTIFICATE REQUEST') {
    return 'certificate_request_for_private_key'
  }
  return isCertificateLabel(label) ? 'certificate_for_private_key' : 'not_a_private_key'
}
