import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import type { SharingKeyProblem } from '../../contract/sharing-key-problem.ts'
import type { SharingKeys } from '../../contract/sharing.ts'
import type { WithSecretStore, WithWorkspace } from '../core-context.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { OwnSigningKey } from './signature.ts'

export type OwnKeyDeps = WithWorkspace<'contacts'> & WithSecretStore<'getValue'>
export type CreateKeyDeps = OwnKeyDeps & WithWorkspace<'transaction'> & WithSecretStore<'storage' | 'setValue'>

/** Makes one's own keys and stores them; gives why it could not be done, or null. */
export async function createOwnKeys(deps: CreateKeyDeps, name: string): Promise<SharingKeyProblem | null> {
  const { workspace, secretStore } = deps
  const { kind } = await secretStore.storage()
  if (kind !== 'ready' && kind !== 'new') return { code: 'storage_not_ready', evidence: { storage: kind } }
  if ((await ownKeysOf(deps)) !== null) return { code: 'keys_exist', evidence: {} }
  const made = await newKeys()
  for (const [secret, value] of made.secrets)
    if (!(await secretStore.setValue(secret, value))) return { code: 'keys_not_stored', evidence: {} }
  workspace.transaction(() => {
    workspace.contacts.clear('own')
    for (const key of made.publicParts) workspace.contacts.put('own', { key, name })
  })
  return null
}

/** One's own age identity; null when there is none, or while the stored secrets cannot be read. */
export async function ownIdentity({ secretStore }: WithSecretStore<'getValue'>): Promise<string | null> {
  const opened = await secretStore.getValue('age_identity')
  return opened?.ok === true ? opened.value : null
}

/** Null when there is none, or while the stored secrets cannot be read. */
export async function ownSigningKey(deps: OwnKeyDeps): Promise<OwnSigningKey | null> {
  const opened = await deps.secretStore.getValue('signing_key')
  const own = await ownKeysOf(deps)
  if (opened?.ok !== true || own === null) return null
  return { name: own.name, privateKey: createPrivateKey(opened.value), publicKey: own.publicKey }
}

export async function sharingKeysOf(deps: OwnKeyDeps): Promise<SharingKeys> {
  const { contacts } = deps.workspace
  return {
    own: await ownKeysOf(deps),
    recipients: contacts
      .list('recipient')
      .map(({ key, name }) => ({ name, recipient: key, fingerprint: fingerprintOf(key) })),
    authors: contacts
      .list('author')
      .map(({ key, name }) => ({ name, publicKey: key, fingerprint: fingerprintOf(key) })),
  }
}

/** The public parts, which are there while the private ones are locked; null when those were forgotten. */
async function ownKeysOf({ workspace, secretStore }: OwnKeyDeps): Promise<SharingKeys['own']> {
  const own = workspace.contacts.list('own')
  const recipient = own.find(({ key }) => key.startsWith('age1'))
  const signing = own.find(({ key }) => key !== recipient?.key)
  if (recipient === undefined || signing === undefined) return null
  if ((await secretStore.getValue('age_identity')) === null) return null
  return {
    name: signing.name,
    recipient: recipient.key,
    recipientFingerprint: fingerprintOf(recipient.key),
    publicKey: signing.key,
    fingerprint: fingerprintOf(signing.key),
  }
}

/** An X25519 identity of age, and an Ed25519 key: the private parts by the name they are sealed under. */
async function newKeys() {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
  const identity = await generateX25519Identity()
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    secrets: new Map([
      ['age_identity', identity],
      ['signing_key', privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()],
    ]),
    publicParts: [
      await identityToRecipient(identity),
      // A SubjectPublicKeyInfo of Ed25519 ends with the 32 bytes of the key. RFC 8410 §4
      publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url'),
    ],
  }
}
