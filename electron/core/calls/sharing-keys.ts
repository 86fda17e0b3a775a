import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import type { Api } from '../../contract/calls.ts'
import type { SecretStorage } from '../../contract/secret-storage.ts'
import type { SharingKeys } from '../../contract/sharing.ts'
import type { SecretStore } from '../secrets/secret-store.ts'
import { isUsableRecipient } from '../shared-file/age.ts'
import { fingerprintOf } from '../shared-file/fingerprint.ts'
import type { OwnSigningKey } from '../shared-file/signature.ts'
import type { CallContext, CoreContext } from '../environment/current-environment.ts'

/** What the keys need. */
export interface KeyDeps {
  ports: Pick<CoreContext['ports'], 'notify' | 'copySecret'> & {
    workspace: Pick<CoreContext['ports']['workspace'], 'contacts' | 'transaction'>
  }
  secretStore: Pick<SecretStore, 'storage' | 'getValue' | 'setValue'>
}

type SharingKeyCalls = Pick<
  Api<CallContext>,
  | 'sharingKeys'
  | 'createSharingKeys'
  | 'saveRecipient'
  | 'deleteRecipient'
  | 'deleteAuthor'
  | 'restoreAuthor'
  | 'newPassphrase'
  | 'copyPassphrase'
>

export function sharingKeyCalls(core: KeyDeps): SharingKeyCalls {
  const { contacts, transaction } = core.ports.workspace
  let making = false
  const forgotten = new Map<string, string>()
  const refused = (message: string) => ({ kind: 'refused', message }) as const
  const done = async () => ({ kind: 'done', keys: await sharingKeysOf(core) }) as const
  const changed = () => {
    core.ports.notify({ kind: 'sharing_keys_changed' })
    return done()
  }

  return {
    sharingKeys: () => sharingKeysOf(core),

    createSharingKeys: async ({ name }) => {
      if (making) return refused('The keys are being made. Wait a moment.')
      making = true
      try {
        const { kind } = await core.secretStore.storage()
        if (kind !== 'ready' && kind !== 'new') return refused(waysOut[kind])
        if ((await ownKeysOf(core)) !== null)
          return refused('There are keys already. Others have them, so they are not replaced.')
        const made = await newKeys()
        for (const [secret, value] of made.secrets)
          if (!(await core.secretStore.setValue(secret, value)))
            return refused('The keys could not be stored. Look at the storage of secrets in the settings.')
        transaction(() => {
          contacts.clear('own')
          for (const key of made.publicParts) contacts.put('own', { key, name })
        })
        return changed()
      } finally {
        making = false
      }
    },

    saveRecipient: async ({ name, recipient }) => {
      if (contacts.list('own').some(({ key }) => key === recipient))
        return refused('This is your own recipient. What you encrypt to others needs the recipients of others.')
      if (!(await isUsableRecipient(recipient)))
        return refused('This is not a recipient: a character of it is wrong. Copy it again from the one who has it.')
      contacts.put('recipient', { key: recipient, name })
      return changed()
    },

    deleteRecipient: async ({ recipient }) => {
      contacts.delete('recipient', recipient)
      return changed()
    },

    deleteAuthor: async ({ publicKey }) => {
      const author = contacts.list('author').find(({ key }) => key === publicKey)
      if (author !== undefined) forgotten.set(publicKey, author.name)
      contacts.delete('author', publicKey)
      return changed()
    },

    restoreAuthor: async ({ publicKey }) => {
      const name = forgotten.get(publicKey)
      if (name === undefined) return refused('This author is not remembered. Import a file that the author signed.')
      if (contacts.list('author').some((author) => author.name === name))
        return refused(`Another key was taken for ${name} meanwhile. Forget that one first.`)
      contacts.put('author', { key: publicKey, name })
      return changed()
    },

    newPassphrase: async () => (await import('../shared-file/passphrase-words.ts')).newPassphraseWords(),

    copyPassphrase: async ({ passphrase }) => {
      core.ports.copySecret(passphrase)
      return undefined
    },
  }
}

/** One's own age identity; null when there is none, or while the stored secrets cannot be read. */
export async function ownIdentity({ secretStore }: KeyDeps): Promise<string | null> {
  const opened = await secretStore.getValue('age_identity')
  return opened?.ok === true ? opened.value : null
}

/** Null when there is none, or while the stored secrets cannot be read. */
export async function ownSigningKey(core: KeyDeps): Promise<OwnSigningKey | null> {
  const opened = await core.secretStore.getValue('signing_key')
  const own = await ownKeysOf(core)
  if (opened?.ok !== true || own === null) return null
  return { name: own.name, privateKey: createPrivateKey(opened.value), publicKey: own.publicKey }
}

async function sharingKeysOf(core: KeyDeps): Promise<SharingKeys> {
  const { contacts } = core.ports.workspace
  return {
    own: await ownKeysOf(core),
    recipients: contacts
      .list('recipient')
      .map(({ key, name }) => ({ name, recipient: key, fingerprint: fingerprintOf(key) })),
    authors: contacts
      .list('author')
      .map(({ key, name }) => ({ name, publicKey: key, fingerprint: fingerprintOf(key) })),
  }
}

/** The public parts, which are there while the private ones are locked; null when those were forgotten. */
async function ownKeysOf({ ports, secretStore }: KeyDeps): Promise<SharingKeys['own']> {
  const own = ports.workspace.contacts.list('own')
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

/** What to do where one's own keys cannot be stored. */
const waysOut: Record<Exclude<SecretStorage['kind'], 'ready' | 'new'>, string> = {
  unavailable:
    'There is no keyring. Set a passphrase for stored secrets first, in the settings: your own keys are stored with them.',
  locked: 'The stored secrets are locked. Unlock them first, in the settings: your own keys are stored with them.',
  changed:
    'The keyring is not the one that secrets were stored with. Go back to that one, or forget the stored secrets, in the settings.',
  damaged:
    'The key of the stored secrets was changed on the disk. Restore a backup, or forget the stored secrets, in the settings.',
}
