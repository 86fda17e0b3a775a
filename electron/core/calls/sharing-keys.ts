import type { Api } from '../../contract/calls.ts'
import type { SharingKeyProblem } from '../../contract/sharing-key-problem.ts'
import type { CallContext } from '../core-context.ts'
import type { Ports } from '../ports.ts'
import { isUsableRecipient } from '../shared-file/age.ts'
import { type CreateKeyDeps, createOwnKeys, sharingKeysOf } from '../shared-file/own-keys.ts'

export type SharingKeyDeps = CreateKeyDeps & Pick<Ports, 'notify' | 'copySecret'>

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

export function sharingKeyCalls(core: SharingKeyDeps): SharingKeyCalls {
  const { contacts } = core.workspace
  let making = false
  const forgotten = new Map<string, string>()
  const refused = (reason: SharingKeyProblem) => ({ kind: 'refused', reason }) as const
  const done = async () => ({ kind: 'done', keys: await sharingKeysOf(core) }) as const
  const changed = () => {
    core.notify({ kind: 'sharing_keys_changed' })
    return done()
  }

  return {
    sharingKeys: () => sharingKeysOf(core),

    createSharingKeys: async ({ name }) => {
      if (making) return refused({ code: 'being_made', evidence: {} })
      making = true
      try {
        const refusal = await createOwnKeys(core, name)
        return refusal === null ? await changed() : refused(refusal)
      } finally {
        making = false
      }
    },

    saveRecipient: async ({ name, recipient }) => {
      if (contacts.list('own').some(({ key }) => key === recipient))
        return refused({ code: 'own_recipient', evidence: {} })
      if (!(await isUsableRecipient(recipient))) return refused({ code: 'unusable_recipient', evidence: {} })
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
      if (name === undefined) return refused({ code: 'author_not_remembered', evidence: {} })
      if (contacts.list('author').some((author) => author.name === name))
        return refused({ code: 'author_has_other_key', evidence: { name } })
      contacts.put('author', { key: publicKey, name })
      return changed()
    },

    newPassphrase: async () => (await import('../shared-file/passphrase-words.ts')).newPassphraseWords(),

    copyPassphrase: async ({ passphrase }) => {
      core.copySecret(passphrase)
      return undefined
    },
  }
}
