import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { encodingsIn } from '../support/canary.ts'
import { runWithCanaries } from '../support/canary-run.ts'
import { makeCanarySecrets } from '../support/canary-secrets.ts'
import { repeatSecrets } from '../support/canary-server.ts'
import { call } from '../support/bridge.ts'
import { expect, test } from '../support/electron.ts'
import { filesBelow, filesHolding } from '../support/profile-scan.ts'
import { chooseInDialogs } from '../support/shared-file.ts'
import { removeFolder, unprivilegedFolder } from '../support/unprivileged.ts'

test('with a canary in every secret, no file, log, export or clipboard of the real app holds one', async ({
  explorer,
}) => {
  test.setTimeout(600_000)
  const canaries = await makeCanarySecrets()
  const server = await repeatSecrets(canaries.accessToken)
  const exports = unprivilegedFolder('exports')
  const folders = unprivilegedFolder('folders')
  const copied: string[] = []
  const { app } = explorer
  const readClipboard = (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText())

  // Every file that is saved is kept under its own name.
  let saved = 0
  await runWithCanaries({
    canaries,
    server: server.url,
    call: async (name, input) => {
      const isFolder = name === 'saveExport' && input !== undefined && 'format' in input && input.format !== 'explorer'
      if (isFolder) await chooseInDialogs(app, folders)
      const writes = /^(?:save(?:Har|Export|Evidence|FlowPicture)|export(?:History|Audit))$/.test(name) && !isFolder
      if (writes) saved += 1
      if (writes || name === 'readImport') await chooseInDialogs(app, path.join(exports, `${saved}.json`))
      if (name === 'chooseFile') await chooseInDialogs(app, '')
      const answer = await call(explorer.window, name, input)
      if (name === 'copySecret' || name === 'copyExport') copied.push(await readClipboard())
      return answer
    },
  })
  expect(saved).toBeGreaterThan(0)
  expect(filesBelow(exports)).toHaveLength(saved)
  expect(filesHolding(exports, canaries.texts)).toEqual([])
  expect(filesBelow(folders).length).toBeGreaterThan(0)
  expect(filesHolding(folders, canaries.texts)).toEqual([])
  const shared = copied.filter((text) => text.includes('client-credentials-explorer/environments'))
  expect(shared).toHaveLength(3)
  expect(encodingsIn(Buffer.from(shared.join()), canaries.texts)).toEqual([])
  // Secret variables are never copied.
  const { secret_variables: _variables, ...copyable } = canaries.secrets
  for (const secret of Object.values(copyable)) expect(copied).toContain(secret)

  await test.step('an error in main that nothing catches, and one of a file that cannot be written', async () => {
    await chooseInDialogs(app, '/nowhere/exchanges.har')
    const exchanges = await call(explorer.window, 'listExchanges', { environmentId: null, limit: 200 })
    const failed = await call(explorer.window, 'saveHar', { exchangeIds: exchanges.map(({ id }) => id) })
    expect(failed).toMatchObject({ kind: 'failed' })
    await app.evaluate(() => void Promise.reject(new Error('of a test')))
    await expect.poll(() => explorer.output()).toContain('of a test')
  })

  await test.step('a secret on screen, typed and copied, when the window dies', async () => {
    await explorer.window.evaluate((text) => {
      const field = document.body.appendChild(document.createElement('input'))
      field.value = text
      field.select()
    }, canaries.typed)
    const sandbox = { environmentId: 'sandbox', name: 'client_secret' } as const
    expect(await call(explorer.window, 'copySecret', sandbox)).toBeNull()
    expect(await readClipboard()).toBe(canaries.secrets.client_secret)
    const processOf = (): Promise<number | undefined> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())
    const before = await processOf()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
    await expect.poll(processOf).not.toBe(before)
  })

  const holding = (): string[] => filesHolding(explorer.profile, canaries.texts)
  const names = filesBelow(explorer.profile).map((file) => path.basename(file))
  expect(names).toContain('workspace.sqlite-wal')
  expect(holding()).toEqual([])
  const output = explorer.output()

  await explorer.restart()
  expect(holding()).toEqual([])
  expect(encodingsIn(Buffer.from(output + explorer.output()), canaries.texts)).toEqual([])
  const clipboard = await explorer.app.evaluate(({ clipboard: system }) => system.readText())
  expect(encodingsIn(Buffer.from(clipboard), canaries.texts)).toEqual([])

  const workspace = path.join(explorer.profile, 'workspace', 'workspace.sqlite')
  expect(existsSync(workspace) && readFileSync(workspace).includes('Orders 0')).toBe(true)
  await server.close()
  removeFolder(exports)
  removeFolder(folders)
})
