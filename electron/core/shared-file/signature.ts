import { createPublicKey, type KeyObject, sign as signBytes, verify as verifyBytes } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { readBase64Url } from '../token/decode/base64url.ts'

/** One's own Ed25519 key, with the name that others see. `publicKey` is base64url of 32 bytes. */
export interface OwnSigningKey {
  name: string
  privateKey: KeyObject
  publicKey: string
}

export interface FileSignature {
  algorithm: 'Ed25519'
  /** What the author calls themselves; signed too, so that nobody else can rename them. */
  author: string
  /** base64url, 32 bytes */
  publicKey: string
  /** base64url, 64 bytes */
  value: string
}

/** @throws when a text holds half of a surrogate pair: UTF-8 has no bytes for it, so two texts would sign alike */
export function sign(canonicalText: string, { name, privateKey, publicKey }: OwnSigningKey): FileSignature {
  const message = messageOf(canonicalText, name, publicKey)
  if (message === null) throw new RangeError('What is to be signed is not well-formed Unicode.')
  const value = signBytes(null, message, privateKey).toString('base64url')
  return { algorithm: 'Ed25519', author: name, publicKey, value }
}

/** Whether the holder of `signature.publicKey` signed this text under this name. Says nothing of who that is. */
export function verify(canonicalText: string, { author, publicKey, value }: FileSignature): boolean {
  const key = readPublicKey(publicKey)
  const signature = readBase64Url(value)
  const message = messageOf(canonicalText, author, publicKey)
  if (key === null || message === null || !signature.ok || signature.bytes.length !== 64) return false
  return verifyBytes(null, message, key, signature.bytes)
}

/**
 * The domain, the author's name as JSON, the public key, and the text, each but the last ended by a line feed. The
 * domain keeps a signature that was made for something else from being one of ours, and the other way round.
 */
function messageOf(canonicalText: string, author: string, publicKey: string): Buffer | null {
  const message = `${signatureDomain}\n${JSON.stringify(author)}\n${publicKey}\n${canonicalText}`
  return /\p{Surrogate}/u.test(author + message) ? null : Buffer.from(message)
}

const signatureDomain = 'client-credentials-explorer/signature/v1'

/**
 * Null for what is not 32 bytes in strict base64url, not the canonical encoding of a point, or a point with a part of
 * small order: under such a key one signature fits many texts.
 *
 * @see RFC 8032 §5.1.3, RFC 8410 §4
 */
function readPublicKey(publicKey: string): KeyObject | null {
  const reading = readBase64Url(publicKey)
  if (!reading.ok || reading.bytes.length !== 32 || !isSound(reading.bytes)) return null
  const der = Buffer.concat([subjectPublicKeyInfo, reading.bytes])
  return createPublicKey({ key: der, format: 'der', type: 'spki' })
}

/** SEQUENCE { SEQUENCE { OID 1.3.101.112 }, BIT STRING of 32 bytes }, up to the bytes. */
const subjectPublicKeyInfo = Buffer.from('302a300506032b6570032100', 'hex')

function isSound(bytes: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(bytes)
    return !point.isSmallOrder() && point.isTorsionFree()
  } catch {
    return false
  }
}
