import type { Identity } from 'age-encryption'
import { armorOf, readArmor } from './age-armor.ts'

export type EncryptedTo =
  | { kind: 'recipients'; recipients: readonly string[] }
  | { kind: 'passphrase'; passphrase: string }

/** Loaded when something is encrypted or opened, so that the start does not wait for it. */
const loadAge = async () => ({ ...(await import('age-encryption')), ...(await import('./age-passphrase.ts')) })

interface Refusal {
  ok: false
  reason: 'wrong_key' | 'damaged' | 'too_large' | 'too_costly'
  message: string
}

export type Decrypted = { ok: true; text: string } | Refusal

/** 64 MiB: what an import may have. There is no compression in age, so what comes out is never larger than what went in. */
const mostCharacters = 64 << 20

/** The part before the encrypted text: a line or two for each recipient. Twenty of them make 2 kB. */
const mostHeaderBytes = 32 << 10

/**
 * The lines of an age file in ASCII armor, without line feeds. A passphrase is used in its composed form (NFC), which is
 * what keyboards give.
 *
 * @throws when a recipient is not usable: {@link isUsableRecipient} tells
 * @see https://age-encryption.org/v1
 */
export async function encryptTo(text: string, to: EncryptedTo): Promise<string[]> {
  const { Encrypter, passphraseRecipient } = await loadAge()
  const encrypter = new Encrypter()
  if (to.kind === 'passphrase') encrypter.addRecipient(passphraseRecipient(to.passphrase.normalize('NFC')))
  else for (const recipient of new Set(to.recipients)) encrypter.addRecipient(recipient)
  return armorOf(await encrypter.encrypt(text))
}

/** Whether something can be encrypted to it: its checksum is right, and it is a point that gives a key. */
export async function isUsableRecipient(recipient: string): Promise<boolean> {
  try {
    await encryptTo('', { kind: 'recipients', recipients: [recipient] })
    return true
  } catch {
    return false
  }
}

/** All of the text, or nothing. A passphrase is tried as it is and, where that differs, in its composed form (NFC). */
export async function decryptWith(
  armor: string,
  by: { identity: string } | { passphrase: string },
): Promise<Decrypted> {
  const file = readFile(armor)
  if (!file.ok) return file
  if ('identity' in by) return open(file.bytes, by.identity, wrongIdentity)
  const { passphraseIdentity } = await loadAge()
  const asTyped = await open(file.bytes, passphraseIdentity(by.passphrase), wrongPassphrase)
  const composed = by.passphrase.normalize('NFC')
  if (asTyped.ok || asTyped.reason !== 'wrong_key' || composed === by.passphrase) return asTyped
  return open(file.bytes, passphraseIdentity(composed), wrongPassphrase)
}

/** What would open it, by its header alone; null for what is not an age file in ASCII armor. */
export function ageKindOf(armor: string): 'passphrase' | 'recipient' | null {
  const file = readFile(armor)
  const head = file.ok ? Buffer.from(file.bytes.subarray(0, mostHeaderBytes)).toString('latin1') : ''
  const type = /^age-encryption\.org\/v1\n-> (\S+)/.exec(head)?.[1]
  if (type === undefined) return null
  return type === 'scrypt' ? 'passphrase' : 'recipient'
}

const wrongPassphrase = 'The passphrase does not open it. Check it for mistakes in typing, or ask the sender for it.'
const wrongIdentity =
  'It was not encrypted to your key. Give the sender your recipient, which begins with age1, and ask for a new file.'

function damaged(what: string): Refusal {
  return { ok: false, reason: 'damaged', message: `${what} Nothing of it was used. Ask the sender for it again.` }
}

/** The file in the armor, once it is seen to be whole and its header short enough to be read. */
function readFile(armor: string): { ok: true; bytes: Uint8Array } | Refusal {
  if (armor.length > mostCharacters)
    return { ok: false, reason: 'too_large', message: 'The encrypted part is larger than 64 MiB, which is the most.' }
  const bytes = readArmor(armor)
  if (bytes === null)
    return damaged('The encrypted part is not an age file in ASCII armor, or it was changed or cut short.')
  if (bytes.subarray(0, mostHeaderBytes).includes('\n--- ')) return { ok: true, bytes }
  if (bytes.length < mostHeaderBytes) return damaged('The header of the encrypted part is cut off.')
  return { ok: false, reason: 'too_large', message: 'The header of the encrypted part is larger than 32 KiB.' }
}

async function open(bytes: Uint8Array, identity: string | Identity, wrongKey: string): Promise<Decrypted> {
  const { Decrypter, TooCostly } = await loadAge()
  let matched = true
  const decrypter = new Decrypter()
  try {
    decrypter.addIdentity(identity)
    // Identities are tried in turn, so this one is asked only when the one before it opened nothing.
    const noneMatched = () => {
      matched = false
      return null
    }
    decrypter.addIdentity({ unwrapFileKey: noneMatched })
    const text = await decrypter.decrypt(bytes)
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text) }
  } catch (error) {
    if (error instanceof TooCostly) return { ok: false, reason: 'too_costly', message: error.message }
    if (!matched) return { ok: false, reason: 'wrong_key', message: wrongKey }
    return damaged('The encrypted part was changed or cut short.')
  }
}
