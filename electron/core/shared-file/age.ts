import type { Identity } from 'age-encryption'
import type { AgeProblem } from '../../contract/import-problem.ts'
import { armorOf, readArmor } from './age-armor.ts'

export type EncryptedTo =
  | { kind: 'recipients'; recipients: readonly string[] }
  | { kind: 'passphrase'; passphrase: string }

/** Loaded when something is encrypted or opened, so that the start does not wait for it. */
const loadAge = async () => ({ ...(await import('age-encryption')), ...(await import('./age-passphrase.ts')) })

interface Failed {
  ok: false
  problem: AgeProblem
}

export type Decrypted = { ok: true; text: string } | Failed

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
  if ('identity' in by) return open(file.bytes, by.identity, 'wrong_identity')
  const { passphraseIdentity } = await loadAge()
  const asTyped = await open(file.bytes, passphraseIdentity(by.passphrase), 'wrong_passphrase')
  const composed = by.passphrase.normalize('NFC')
  if (asTyped.ok || asTyped.problem.code !== 'wrong_passphrase' || composed === by.passphrase) return asTyped
  return open(file.bytes, passphraseIdentity(composed), 'wrong_passphrase')
}

/** What would open it, by its header alone; null for what is not an age file in ASCII armor. */
export function ageKindOf(armor: string): 'passphrase' | 'recipient' | null {
  const file = readFile(armor)
  const head = file.ok ? Buffer.from(file.bytes.subarray(0, mostHeaderBytes)).toString('latin1') : ''
  const type = /^age-encryption\.org\/v1\n-> (\S+)/.exec(head)?.[1]
  if (type === undefined) return null
  return type === 'scrypt' ? 'passphrase' : 'recipient'
}

const failed = (problem: AgeProblem): Failed => ({ ok: false, problem })

const damaged = (what: 'armor' | 'header' | 'content'): Failed =>
  failed({ code: 'encrypted_damaged', evidence: { what } })

/** The file in the armor, once it is seen to be whole and its header short enough to be read. */
function readFile(armor: string): { ok: true; bytes: Uint8Array } | Failed {
  if (armor.length > mostCharacters)
    return failed({ code: 'encrypted_too_large', evidence: { mebibytes: mostCharacters >> 20 } })
  const bytes = readArmor(armor)
  if (bytes === null) return damaged('armor')
  if (bytes.subarray(0, mostHeaderBytes).includes('\n--- ')) return { ok: true, bytes }
  if (bytes.length < mostHeaderBytes) return damaged('header')
  return failed({ code: 'header_too_large', evidence: { kibibytes: mostHeaderBytes >> 10 } })
}

async function open(
  bytes: Uint8Array,
  identity: string | Identity,
  wrongKey: 'wrong_passphrase' | 'wrong_identity',
): Promise<Decrypted> {
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
    if (error instanceof TooCostly) return failed(error.problem)
    if (!matched) return failed({ code: wrongKey, evidence: {} })
    return damaged('content')
  }
}
