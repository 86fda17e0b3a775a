import type { Page } from '@playwright/test'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { SaveEnvironmentOutcome } from '../../electron/contract/outcome.ts'
import { call } from '../support/bridge.ts'
import { expect, test } from '../support/electron.ts'
import { filesHolding } from '../support/profile-scan.ts'

const secret = 'canary-of-the-keyring-7d1f'
const client = { ...newEnvironment, name: 'Orders', client_id: 'orders' }
const passphrase = 'six words that nobody guesses'

async function addClient(window: Page): Promise<string> {
  const outcome = await call(window, 'saveEnvironment', { id: null, value: client, secrets: {}, keepOld: [] })
  return outcome.kind === 'saved' ? outcome.environment.id : ''
}
const set = (window: Page, id: string, client_secret = secret): Promise<SaveEnvironmentOutcome> =>
  call(window, 'saveEnvironment', { id, value: client, secrets: { client_secret }, keepOld: [] })
const reveal = (window: Page, environmentId: string) =>
  call(window, 'revealSecret', { environmentId, name: 'client_secret' })
const storage = (window: Page) => call(window, 'secretStorage', undefined)
const tryAgain = (window: Page) => call(window, 'unlockSecretStorage', { passphrase: null })

test.describe('S4: no keyring', () => {
  test.use({ keyring: 'absent' })

  test('nothing is stored, and it says so; a passphrase protects what is: after a restart another one is refused, and the right one opens', async ({
    explorer,
  }) => {
    test.slow()
    const id = await addClient(explorer.window)
    expect(await storage(explorer.window)).toMatchObject({ kind: 'unavailable' })
    expect(await set(explorer.window, id)).toMatchObject({ kind: 'not_kept', storage: { kind: 'unavailable' } })
    expect(await reveal(explorer.window, id)).toMatchObject({ kind: 'not_there' })
    expect(filesHolding(explorer.profile, [secret])).toEqual([])
    await explorer.restart()
    expect(await storage(explorer.window)).toMatchObject({ kind: 'unavailable' })
    expect(filesHolding(explorer.profile, [secret])).toEqual([])

    const ready = { kind: 'ready', protection: 'passphrase' }
    expect(await call(explorer.window, 'protectSecrets', { passphrase })).toMatchObject({
      kind: 'done',
      storage: ready,
    })
    expect(await set(explorer.window, id)).toMatchObject({ kind: 'saved' })
    await explorer.restart()
    const { window } = explorer
    const locked = { kind: 'locked', protection: 'passphrase', stored: 1 }
    expect(await storage(window)).toMatchObject(locked)
    expect(await reveal(window, id)).toMatchObject({ kind: 'not_there' })
    const other = await call(window, 'unlockSecretStorage', { passphrase: `${passphrase}!` })
    expect(other).toMatchObject({ kind: 'refused', storage: locked })
    expect(await call(window, 'unlockSecretStorage', { passphrase })).toMatchObject({ kind: 'done', storage: ready })
    expect(await reveal(window, id)).toEqual({ kind: 'revealed', value: secret })
    expect(filesHolding(explorer.profile, [secret, passphrase])).toEqual([])
  })
})

test('S4, S5: while the keyring is locked, absent or another one, the stored secret is kept, and no second key is made; with the one before it is there again', async ({
  explorer,
  setKeyring,
}) => {
  const id = await addClient(explorer.window)
  expect(await storage(explorer.window)).toEqual({ kind: 'new', backend: 'gnome_libsecret' })
  expect(await set(explorer.window, id)).toMatchObject({ kind: 'saved' })

  for (const gone of ['locked', 'absent'] as const) {
    await setKeyring(gone)
    await explorer.restart()
    const locked = { kind: 'locked', protection: 'keyring', backend: 'gnome_libsecret', stored: 1 }
    expect(await storage(explorer.window), gone).toEqual(locked)
    expect(await reveal(explorer.window, id), gone).toMatchObject({
      kind: 'not_there',
      problem: { code: 'stored_secret_unreadable', cause: { code: 'keyring_locked' } },
    })
    expect(await set(explorer.window, id, 'second'), gone).toMatchObject({ kind: 'not_kept', storage: locked })
    expect(await call(explorer.window, 'protectSecrets', { passphrase }), gone).toMatchObject({ kind: 'refused' })
    expect(await tryAgain(explorer.window), gone).toMatchObject({ kind: 'refused', storage: locked })
  }

  await setKeyring('another')
  await explorer.restart()
  const changed = { kind: 'changed', backend: 'gnome_libsecret', found: 'gnome_libsecret', stored: 1 }
  expect(await storage(explorer.window)).toEqual(changed)
  expect(await reveal(explorer.window, id)).toMatchObject({ kind: 'not_there' })
  expect(await set(explorer.window, id, 'second')).toMatchObject({ kind: 'not_kept', storage: changed })
  expect(await tryAgain(explorer.window)).toMatchObject({ kind: 'refused', storage: changed })

  await setKeyring('unlocked')
  await explorer.restart()
  expect(await tryAgain(explorer.window)).toMatchObject({ kind: 'done', storage: { kind: 'ready', stored: 1 } })
  expect(await reveal(explorer.window, id)).toEqual({ kind: 'revealed', value: secret })
})

test('S5: secrets that a lost keyring protected can be forgotten, and new ones stored with the keyring there is', async ({
  explorer,
  setKeyring,
}) => {
  const id = await addClient(explorer.window)
  await set(explorer.window, id)
  await setKeyring('another')
  await explorer.restart()
  const forgotten = await call(explorer.window, 'forgetStoredSecrets', undefined)
  expect(forgotten).toMatchObject({ kind: 'done', storage: { kind: 'new' } })
  expect(await set(explorer.window, id, 'second')).toMatchObject({ kind: 'saved' })
  await explorer.restart()
  expect(await reveal(explorer.window, id)).toEqual({ kind: 'revealed', value: 'second' })
})
