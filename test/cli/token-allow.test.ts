import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { noKeyring } from '../../electron/core/secrets/no-keyring.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { context, openTestApi } from '../integration/test-api.ts'
import { tokenEndpoint } from '../integration/token-endpoint.ts'
import { sharedFile } from '../support/shared-file.ts'
import { runCcx } from './run-ccx.ts'
import { givenText } from '../support/given-text.ts'

const passphrase = 'six words that nobody guesses'
/** Starting a program takes its time while others run. */
const slow = 60_000
let folder: string
let file: string
let server: Awaited<ReturnType<typeof tokenEndpoint>>
/** A proxy that answers all that it is asked for. */
let stranger: Awaited<ReturnType<typeof tokenEndpoint>>

beforeAll(async () => {
  server = await tokenEndpoint(new Set(['secret']))
  stranger = await tokenEndpoint(new Set(['secret']))
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-cli-'))
  file = path.join(folder, 'workspace.sqlite')
  const workspace = openWorkspace(file)
  const { api, add, close } = openTestApi(null, { workspace, keyring: noKeyring })
  await api.protectSecrets({ passphrase }, context)
  const value = { ...newEnvironment, name: 'Orders', client_id: 'c', token_endpoint: server.url }
  await add(value, { client_secret: 'secret' })
  const proxy = { mode: 'explicit', url: stranger.origin, username: '', bypass: '' } as const
  const changed = { ...value, id: 'x', network: { ...value.network, proxy }, apiCalls: [], secrets: {} }
  const reading = await api.readImport(givenText(sharedFile([changed]), 'file.json'), context)
  if (reading.kind !== 'preview') throw new Error(JSON.stringify(reading))
  await api.applyImport({ importId: reading.importId, choices: [{ id: 'x', choice: 'replace' }] }, context)
  close()
}, slow)
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server.close()
  await stranger.close()
})

const token = (variables: Record<string, string>, ...more: string[]) =>
  runCcx(['token', 'Orders', '--workspace', file, ...more], variables)

test.each([
  ['stored', { CCX_PASSPHRASE: passphrase }],
  ['of a variable', { CCX_CLIENT_SECRET: 'secret' }],
])(
  'a secret that is %s does not go through a proxy that came with a file; how it would is said, with the way out',
  async (_where, variables) => {
    const refused = await token(variables)
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain(`through the proxy ${stranger.origin} instead of through the system proxy`)
    expect(refused.stderr).toContain(`--allow ${server.origin}`)
    expect([server.received, stranger.received]).toEqual([[], []])
  },
  slow,
)

test(
  'what is allowed for the run goes there; another origin that is allowed changes nothing',
  async () => {
    const other = await token({ CCX_PASSPHRASE: passphrase }, '--allow', stranger.origin)
    expect(other).toMatchObject({ code: 1 })
    expect(stranger.received).toEqual([])
    const allowed = await token({ CCX_PASSPHRASE: passphrase }, '--allow', server.origin)
    expect(allowed).toMatchObject({ code: 0, stdout: 'token-1\n' })
    expect(stranger.received).toEqual(['secret'])
  },
  slow,
)
