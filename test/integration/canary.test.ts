import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallInput } from '../../electron/contract/calls.ts'
import { callNames, type CallName } from '../../electron/contract/call-names.ts'
import type { Notice } from '../../electron/contract/events.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { encodingsIn } from '../support/canary.ts'
import { type Call, runWithCanaries } from '../support/canary-run.ts'
import { type CanarySecrets, makeCanarySecrets } from '../support/canary-secrets.ts'
import { gatheredCase } from '../support/gathered-case.ts'
import { memoryKeyring } from '../support/memory-keyring.ts'
import { repeatSecrets } from '../support/canary-server.ts'
import { filesBelow, filesHolding } from '../support/profile-scan.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

/** Calls that show a secret because a person asked to see it, or that give back the text that was pasted. */
const isReveal = (name: CallName, input: unknown): boolean =>
  name === 'inspectText' ||
  name === 'revealSecret' ||
  name === 'revealToken' ||
  (name === 'previewTokenRequest' &&
    typeof input === 'object' &&
    input !== null &&
    Reflect.get(input, 'reveal') === true)

const withMaps = (_name: string, value: unknown): unknown => (value instanceof Map ? [...value] : value)

const answers: { name: CallName; reveals: boolean; text: string }[] = []
const notices: Notice[] = []
const folder = mkdtempSync(path.join(tmpdir(), 'ccx-canary-'))
let canaries: CanarySecrets
let opened: TestApi
let found: string[]
let received: string
const cases: string[] = []

beforeAll(async () => {
  canaries = await makeCanarySecrets()
  const server = await repeatSecrets(canaries.accessToken)
  const workspace = openWorkspace(path.join(folder, 'workspace.sqlite'))
  const keyring = memoryKeyring()
  opened = openTestApi(null, {
    workspace,
    keyring,
    notify: (notice) => notices.push(notice),
    openFolder: async () => null,
    openFile: async () => ({ name: 'shared.ccx.json', text: [...opened.saved.values()].at(-1) ?? '' }),
  })
  const { api } = opened
  const call: Call = async <Name extends CallName>(name: Name, input: CallInput<Name>) => {
    const answer = await api[name](input, context)
    answers.push({ name, reveals: isReveal(name, input), text: JSON.stringify(answer) ?? '' })
    return answer
  }
  for (const environmentId of await runWithCanaries({ call, canaries, server: server.url })) {
    await call('getReview', { environmentId })
    cases.push(JSON.stringify(await gatheredCase({ workspace, keyring }, environmentId), withMaps))
  }
  await call('restartSandbox', undefined)
  await call('listBackups', undefined)
  await call('removeBackups', { names: ['workspace of another.sqlite'] })
  found = filesHolding(folder, canaries.texts)
  await call('forgetStoredSecrets', undefined)
  received = server.received()
  await server.close()
}, 120_000)

afterAll(() => {
  opened.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every call of the contract was made', () => {
  expect([...new Set(answers.map(({ name }) => name))].toSorted()).toEqual([...callNames].toSorted())
})

test('no answer but that of a reveal holds a secret in any encoding', () => {
  const telling = answers.flatMap(({ name, reveals, text }) => {
    const encodings = reveals ? [] : encodingsIn(Buffer.from(text), canaries.texts)
    return encodings.length === 0 ? [] : [{ name, encodings, text: text.slice(0, 3000) }]
  })
  expect(telling).toEqual([])
})

test('every secret was there: reveals show it, and servers that need it got it', () => {
  const shown = answers.flatMap(({ reveals, text }) => (reveals ? [text] : [])).join('\n')
  const { secrets, typed, rotated, answered, accessToken, pasted, variable } = canaries
  const { client_secret, proxy_password, vault_token, vault_secret_id, secret_variables: _, ...others } = secrets
  const revealed = { client_secret, proxy_password, vault_token, vault_secret_id, ...others }
  const missing = (text: string, wanted: readonly string[]): string[] =>
    wanted.filter((secret) => encodingsIn(Buffer.from(text), [secret]).length === 0)
  expect(missing(shown, [...Object.values(revealed), typed, rotated, answered, accessToken, pasted])).toEqual([])
  const sent = [client_secret, proxy_password, vault_token, vault_secret_id, rotated, answered, accessToken, variable]
  expect(missing(received, sent)).toEqual([])
})

test('no case of a review holds one, though it knows of stored secrets, keys and tokens', () => {
  const all = cases.join('\n')
  for (const known of [
    '"source":"stored"',
    '"differentCharacters":',
    '"clientKey":{"kind"',
    '"kind":"opaque"',
    '"bearer"',
  ])
    expect(all).toContain(known)
  expect(encodingsIn(Buffer.from(all), canaries.texts)).toEqual([])
})

test('no notice to the window holds one', () => {
  expect(notices.length).toBeGreaterThan(0)
  expect(encodingsIn(Buffer.from(JSON.stringify(notices)), canaries.texts)).toEqual([])
})

test('no file of the workspace holds one, while it is open', () => {
  expect(filesBelow(folder).map((file) => path.basename(file))).toContain('workspace.sqlite-wal')
  expect(found).toEqual([])
})

test('no HAR, no body, no evidence and no export holds one, with secrets carried or without', () => {
  // A name may have the second in which it was saved, and two may be of one.
  const tops = [...opened.saved.keys()].map((name) => name.split('/')[0] ?? '')
  const names = tops.map((name) =>
    name.replace(/\d{4}-\d\d-\d\dT[\d-]{8}Z/, 'TIME').replace(/^exchange-evidence-.*-TIME/, 'exchange-evidence-TIME'),
  )
  expect([...new Set(names)].toSorted()).toEqual([
    'audit-trail-TIME.csv',
    'audit-trail-TIME.jsonl',
    'environments-bruno',
    'environments-http',
    'environments-postman',
    'environments.ccx.json',
    'exchange-evidence-TIME.md',
    'exchanges.har',
    'flow-Orders-0-TIME.svg',
    'flow-evidence-Orders-0-TIME.html',
    'history.har',
    'history.jsonl',
    'response.html',
    'response.json',
    'review-Orders-0-TIME.html',
    'review-Orders-0-TIME.md',
    'token-evidence-Orders-0-TIME.html',
  ])
  for (const text of opened.saved.values()) expect(encodingsIn(Buffer.from(text), canaries.texts)).toEqual([])
  const evidence = opened.copied.filter((text) => text.startsWith('# Token evidence'))
  expect(evidence).toHaveLength(1)
  expect(encodingsIn(Buffer.from(evidence.join()), canaries.texts)).toEqual([])
  const shared = opened.copied.filter((text) => text.includes('client-credentials-explorer/environments'))
  expect(shared).toHaveLength(3)
  for (const text of shared) expect(encodingsIn(Buffer.from(text), canaries.texts)).toEqual([])
})
