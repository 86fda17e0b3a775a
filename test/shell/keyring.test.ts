import { expect, test } from 'vitest'
import { createSealedStore } from '../../electron/core/secrets/sealed-store.ts'
import { builtInEnvironments } from '../../electron/catalogue/built-in-environments.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { createKeyring } from '../../electron/shell/keyring.ts'

type Storage = Parameters<typeof createKeyring>[0]
type Backend = ReturnType<Storage['getSelectedStorageBackend']>

/** As Electron answers where there is a keyring. */
const storage = (change: Partial<Storage> = {}): Storage => ({
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: async (text) => Buffer.from(`v11${text}`),
  decryptStringAsync: async (bytes) => ({ shouldReEncrypt: false, result: bytes.subarray(3).toString() }),
  ...change,
})

/** As Electron 45 answers on Linux without a keyring: it calls itself available, and uses a constant key. */
const withoutKeyring: Partial<Storage> = {
  encryptStringAsync: async (text) => Buffer.from(`v10${text}`),
  decryptStringAsync: async (bytes) => {
    if (bytes.subarray(0, 3).toString() === 'v10') return { shouldReEncrypt: false, result: 'of the constant key' }
    throw new Error('decryptStringAsync is temporarily unavailable.')
  },
}
const unanswered = (): Promise<never> => new Promise(() => {})

test.each(['basic_text', 'unknown'] as const)('on Linux %s is no keyring', async (backend) => {
  const keyring = createKeyring(storage({ getSelectedStorageBackend: () => backend }), 'linux')
  expect(await keyring.backend()).toBeNull()
})

test('on Linux what begins with v10 was encrypted with a constant key, and is refused both ways', async () => {
  const keyring = createKeyring(storage(withoutKeyring), 'linux')
  await expect(keyring.wrap('text')).rejects.toThrow('protects nothing')
  await expect(keyring.unwrap(Buffer.from('v10x'))).rejects.toThrow('protects nothing')
})

test('on Linux a constant key is no keyring, no matter what Electron calls it and however available it says it is', async () => {
  for (const name of ['gnome_libsecret', 'kwallet6'] satisfies Backend[]) {
    const keyring = createKeyring(storage({ ...withoutKeyring, getSelectedStorageBackend: () => name }), 'linux')
    expect(await keyring.backend()).toBeNull()
  }
})

test('elsewhere v10 is how every ciphertext begins', async () => {
  const keyring = createKeyring(storage({ encryptStringAsync: async () => Buffer.from('v10x') }), 'darwin')
  expect(Buffer.from(await keyring.wrap('text')).toString()).toBe('v10x')
  expect(await keyring.backend()).toBe('keychain')
})

test.each<[string, Partial<Storage>]>([
  ['is not available', { isAsyncEncryptionAvailable: async () => false }],
  ['fails to say', { isAsyncEncryptionAvailable: () => Promise.reject(new Error('no bus')) }],
  ['cannot encrypt', { encryptStringAsync: () => Promise.reject(new Error('no key')) }],
  [
    'cannot be named',
    {
      getSelectedStorageBackend: () => {
        throw new Error('Encryption is not available.')
      },
    },
  ],
])('a keyring that %s has no name', async (_what, change) => {
  expect(await createKeyring(storage(change), 'linux').backend()).toBeNull()
})

test('a prompt to unlock that nobody answers ends the wait with what to do, and answered later it is there', async () => {
  let answer = (_available: boolean): void => {}
  const answered = new Promise<boolean>((resolve) => {
    answer = resolve
  })
  const asked = storage({
    isAsyncEncryptionAvailable: () => answered,
    encryptStringAsync: async (text) => Buffer.from(`v11${text}`, (await answered) ? 'utf8' : 'hex'),
  })
  const keyring = createKeyring(asked, 'linux', 20)
  expect(await keyring.backend()).toBeNull()
  await expect(keyring.wrap('text')).rejects.toThrow('Unlock it, then try again.')
  answer(true)
  expect(await keyring.backend()).toBe('gnome_libsecret')
  expect(Buffer.from(await keyring.wrap('text')).toString()).toBe('v11text')
})

test('a keyring that does not answer while it opens ends the wait as well', async () => {
  const keyring = createKeyring(storage({ decryptStringAsync: unanswered }), 'linux', 20)
  await expect(keyring.unwrap(Buffer.from('v11text'))).rejects.toThrow('did not answer')
})

test.each([
  ['linux', 'gnome_libsecret'],
  ['darwin', 'keychain'],
  ['win32', 'dpapi'],
] as const)('on %s the keyring is called %s, and gives back what it wrapped', async (platform, name) => {
  const keyring = createKeyring(storage(), platform)
  expect(await keyring.backend()).toBe(name)
  expect(await keyring.unwrap(await keyring.wrap('text'))).toBe('text')
})

test('S4: over a keyring that is gone, secrets are locked, not changed, and no second key is made', async () => {
  const workspace = openWorkspace(':memory:')
  for (const environment of builtInEnvironments) workspace.environments.add(environment)
  const start = (change: Partial<Storage>) =>
    createSealedStore({ workspace, keyring: createKeyring(storage(change), 'linux'), now: () => 1 })
  expect(await start({}).set('sandbox', 'client_secret', 'canary', 'current')).toBe(true)
  const key = workspace.dataKey.get()
  const gone = start(withoutKeyring)
  expect(await gone.storage()).toMatchObject({ kind: 'locked', stored: 1 })
  expect(await gone.set('sandbox', 'client_secret', 'other', 'current')).toBe(false)
  expect(workspace.dataKey.get()).toEqual(key)
  expect(await start({}).get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: 'canary' })
  workspace.close()
})
