import { describe, expect, test } from 'vitest'
import type { SecretStorage } from '../../electron/contract/secret-storage.ts'
import { storageText } from '../../electron/wording/storage-state.ts'

describe('the storage of secrets', () => {
  test('a changed keyring is reported with both, and with the number of secrets that are kept', () => {
    const changed: SecretStorage = { kind: 'changed', backend: 'kwallet6', found: 'gnome_libsecret', stored: 3 }
    const { sentence } = storageText(changed)
    for (const part of ['3 secrets are stored and kept', '“kwallet6”', '“gnome_libsecret”']) {
      expect(sentence).toContain(part)
    }
  })

  test('a locked keyring is not reported as an empty one', () => {
    const locked: SecretStorage = { kind: 'locked', protection: 'keyring', backend: 'gnome_libsecret', stored: 1 }
    expect(storageText(locked).sentence).toContain('1 secret is stored and kept')
    expect(storageText({ ...locked, protection: 'passphrase' }).sentence).toContain('your passphrase')
  })

  test('a key without secrets is no number of secrets', () => {
    const ready: SecretStorage = { kind: 'ready', protection: 'keyring', backend: 'gnome_libsecret', stored: 0 }
    expect(storageText(ready).sentence).toBe(
      'Nothing is stored yet. The key is protected by the keyring (gnome_libsecret).',
    )
  })

  test('no keyring: the reason is reported, and that nothing is stored in clear', () => {
    const { sentence } = storageText({ kind: 'unavailable' })
    expect(sentence).toContain('no keyring')
    expect(sentence).toContain('Nothing is ever stored in clear')
  })
})
