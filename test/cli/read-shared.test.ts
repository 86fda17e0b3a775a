import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { readShared } from '../../electron/cli/call/read-shared.ts'
import { encryptTo } from '../../electron/core/shared-file/age.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { sharedFile } from '../support/shared-file.ts'

/** Stretching a passphrase is slow on purpose. */
const slow = 60_000
const passphrase = 'correct horse battery'
const workspace = openWorkspace(':memory:')
const folder = mkdtempSync(path.join(tmpdir(), 'ccx-shared-'))
let partly: string
const environment = { ...newEnvironment, id: 'e', name: 'E', apiCalls: [], secrets: {} }

const written = (name: string, text: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

beforeAll(async () => {
  const age = await encryptTo(JSON.stringify({ e: { client_secret: 'carried' } }), { kind: 'passphrase', passphrase })
  const marked = { ...environment, secrets: { client_secret: { kind: 'encrypted' } } }
  const file: object = JSON.parse(sharedFile([marked]))
  partly = written('partly.ccx.json', JSON.stringify({ ...file, secrets: { age } }))
}, slow)
afterAll(() => {
  workspace.close()
  rmSync(folder, { recursive: true })
})

test(
  'a wrong passphrase is refused, the right one opens the secrets, and without any they have to be given',
  async () => {
    expect(await readShared(partly, 'something else', workspace)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('passphrase does not open it'),
    })
    expect(await readShared(partly, passphrase, workspace)).toMatchObject({
      carried: { e: { client_secret: 'carried' } },
    })
    expect(await readShared(partly, undefined, workspace)).toMatchObject({ ok: true, carried: {} })
  },
  slow,
)

test(
  'a file that is encrypted as a whole wants its passphrase',
  async () => {
    const armor = await encryptTo(sharedFile([environment]), { kind: 'passphrase', passphrase })
    const whole = written('whole.age', armor.join('\n'))
    expect(await readShared(whole, undefined, workspace)).toMatchObject({
      ok: false,
      problem: 'It is encrypted. Give its passphrase in CCX_PASSPHRASE.',
    })
    expect(await readShared(whole, passphrase, workspace)).toMatchObject({
      ok: true,
      file: { environments: [{ id: 'e' }] },
    })
  },
  slow,
)

test('a file that was changed after it was signed is refused', async () => {
  const { publicKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ format: 'jwk' }).x ?? ''
  const signature = { algorithm: 'Ed25519', author: 'A', publicKey: key, value: Buffer.alloc(64).toString('base64url') }
  const file: object = JSON.parse(sharedFile([environment]))
  const changed = written('changed.ccx.json', JSON.stringify({ ...file, signature }))
  expect(await readShared(changed, undefined, workspace)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('Its signature is invalid'),
  })
})
