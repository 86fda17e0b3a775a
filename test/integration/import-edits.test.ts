import { afterEach, beforeEach, expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { noImportEdits } from '../../electron/catalogue/no-import-edits.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { ImportEdits } from '../../electron/contract/import-edits.ts'
import type { ImportReading } from '../../electron/contract/sharing.ts'
import { applyImport, undoImport } from '../../electron/core/importing/apply-import.ts'
import { previewImport } from '../../electron/core/importing/preview-import.ts'
import type { ReadEnvironment, ReadFile } from '../../electron/core/importing/read-environments.ts'
import type { CarriedByEnvironment } from '../../electron/core/shared-file/shared-file.ts'
import { givenText } from '../support/given-text.ts'
import { openSharing, type Sharing } from './sharing-app.ts'

const context = { flowId: 'flow', signal: new AbortController().signal }
const edited = (change: Partial<ImportEdits>): ImportEdits => ({ ...noImportEdits, ...change })

let app: Sharing
beforeEach(() => {
  app = openSharing()
})
afterEach(() => app.close())

const dotenv = 'TOKEN_URL=https://as.example/token\nCLIENT_ID=orders\nCLIENT_SECRET=c4nary-S3cret-value\n'

function previewOf(reading: ImportReading) {
  if (reading.kind !== 'preview') throw new Error(JSON.stringify(reading))
  return reading
}

const readDotenv = async () => previewOf(await app.api.readImport(givenText(dotenv, '.env'), context))
const edit = async (importId: string, change: Partial<ImportEdits>) =>
  previewOf(await app.api.editImport({ importId, edits: edited(change) }, context))
const apply = (importId: string) => app.api.applyImport({ importId, choices: [] }, context)

function environment(id: string, change: Partial<ReadEnvironment> = {}, value: Partial<EnvironmentInput> = {}) {
  return {
    id,
    kind: 'environment',
    value: { ...newEnvironment, name: id, token_endpoint: 'https://as.example/token', client_id: id, ...value },
    calls: [],
    preserved: { environment: {}, file: {}, declaredSecrets: [] },
    encrypted: [],
    open: [],
    found: [],
    ...change,
  } satisfies ReadEnvironment
}

const call = (id: string, url: string) => ({ ...newApiRequest, ...newCallLabel, id, name: id, url })

const file = (environments: ReadEnvironment[], valuesNeeded: string[] = []): ReadFile => ({
  environments,
  armor: null,
  signature: null,
  signedText: '',
  unknown: [],
  sources: [],
  notes: [],
  valuesNeeded,
})

const preview = async (given: ReadFile, edits: ImportEdits, carried: CarriedByEnvironment = {}) =>
  previewOf(await previewImport(app.core, 'import', 'a', given, carried, edits))
const take = (given: ReadFile, edits: ImportEdits, carried: CarriedByEnvironment = {}) =>
  applyImport(app.core, 'import', 'a', given, carried, edits, [])

test('what breaks a rule is answered at its field, and nothing of it is applied', async () => {
  const { importId, items } = await readDotenv()
  const id = items[0]?.id ?? ''
  const before = app.state()
  const typed = { token_endpoint: 'as.example', name: '', client_id: 'other' }
  const { items: changed } = await edit(importId, { settings: { [id]: typed } })
  expect(changed[0]?.settings).toMatchObject(typed)
  expect(changed[0]?.faults.map(({ field }) => field)).toEqual(['name', 'token_endpoint'])
  for (const { message } of changed[0]?.faults ?? []) expect(message).toMatch(/^[A-Z].*\.$/)
  expect(await apply(importId)).toMatchObject({ kind: 'refused', reason: { code: 'setting_invalid' } })
  expect(app.state()).toBe(before)
})

test('changed settings are applied, receivers follow them, and one undo takes all back', async () => {
  const before = app.state()
  const { importId, items } = await readDotenv()
  const id = items[0]?.id ?? ''
  const settings = { [id]: { name: ' Orders ', token_endpoint: 'https://other.example/token', scope: 'a  b' } }
  const { items: changed } = await edit(importId, { settings })
  expect(changed[0]?.receivers.map(({ origin }) => origin)).toEqual(['https://other.example'])
  expect(await apply(importId)).toMatchObject({ kind: 'applied', added: [id] })
  expect(app.workspace.environments.get(id)?.value).toMatchObject({
    name: 'Orders',
    token_endpoint: 'https://other.example/token',
    client_id: 'orders',
    scope: 'a b',
  })
  expect(await app.api.undoImport({ importId }, context)).toEqual({ kind: 'undone' })
  expect(app.state()).toBe(before)
})

test('a secret that is left out is not stored, and still needed', async () => {
  const { importId, items } = await readDotenv()
  const id = items[0]?.id ?? ''
  expect(items[0]).toMatchObject({ carried: ['client_secret'], missing: [] })
  const secretsLeftOut = [{ environmentId: id, name: 'client_secret' as const, variable: '' }]
  const { items: changed } = await edit(importId, { secretsLeftOut })
  expect(changed[0]).toMatchObject({ carried: [], missing: ['client_secret'] })
  await apply(importId)
  expect(app.workspace.secrets.list(id)).toEqual([])
})

test('one secret variable can be left out, and the others are stored', async () => {
  const variables = ['KEY', 'TOKEN'].map((name) => ({ name, value: '', secret: true }))
  const calls = [call('1', 'https://api.example/a?key={{KEY}}')]
  const given = file([environment('a', { calls }, { variables })])
  const carried = { a: { secret_variables: '{"KEY":"k","TOKEN":"t"}' } }
  const edits = edited({ secretsLeftOut: [{ environmentId: 'a', name: 'secret_variables', variable: 'KEY' }] })
  const { items } = await preview(given, edits, carried)
  expect(items[0]).toMatchObject({ carried: ['secret_variables'], missing: [], missingVariables: ['KEY'] })
  await take(given, edits, carried)
  expect(await app.store.get('a', 'secret_variables', 'current')).toMatchObject({ value: '{"TOKEN":"t"}' })
})

test('environments and calls that are left out are not taken, and an environment left out sends nothing anywhere', async () => {
  const calls = [call('1', 'https://api.example/a'), call('2', 'https://elsewhere.example/b')]
  const given = file([environment('a', { calls }), environment('b')])
  const edits = edited({ environmentsLeftOut: ['b'], callsLeftOut: ['2'] })
  const { items } = await preview(given, edits, { b: { client_secret: 's' } })
  expect(items.map(({ apiCalls }) => apiCalls)).toEqual([1, 0])
  expect(items[0]?.receivers.map(({ origin }) => origin)).not.toContain('https://elsewhere.example')
  expect(items[1]).toMatchObject({ receivers: [], carried: [], missing: [], missingVariables: [] })
  const { result } = await take(given, edits)
  expect(result).toMatchObject({ kind: 'applied', added: ['a'] })
  expect(app.workspace.apiCalls.list('a').map(({ id }) => id)).toEqual(['1'])
})

test('a value that only one stage lacks is set in that one, and open settings get it', async () => {
  const row = (value: string) => [{ name: 'host', value, secret: false }]
  const open = [{ field: 'issuer' as const, text: 'https://{{host}}/' }]
  const given = file(
    [environment('a', {}, { variables: row('a.example') }), environment('b', { open }, { variables: row('') })],
    ['host'],
  )
  const { items } = await preview(given, noImportEdits)
  expect(items.map((item) => item.open.length)).toEqual([0, 1])
  const edits = edited({ variables: { host: 'b.example' } })
  const { items: filled, valuesNeeded } = await preview(given, edits)
  expect(valuesNeeded).toEqual([{ name: 'host', value: 'b.example' }])
  expect(filled[1]).toMatchObject({ open: [], settings: { issuer: 'https://b.example/' } })
  await take(given, edits)
  const hosts = ['a', 'b'].map((id) => app.workspace.environments.get(id)?.value.variables[0]?.value)
  expect(hosts).toEqual(['a.example', 'b.example'])
})

test('a given value that breaks the rule of an open setting is said at the setting', async () => {
  const open = [{ field: 'issuer' as const, text: '{{issuer}}' }]
  const given = file([environment('a', { open })], ['issuer'])
  const { items } = await preview(given, edited({ variables: { issuer: 'no url' } }))
  expect(items[0]).toMatchObject({ open, faults: [{ field: 'issuer' }] })
})

const loose = () =>
  environment(
    'loose',
    { kind: 'calls', calls: [call('1', '{{base}}/a'), call('2', '{{host}}/{{key}}')] },
    {
      name: 'Shop',
      token_endpoint: '',
      client_id: '',
      variables: [
        { name: 'base', value: 'https://api.example', secret: false },
        { name: 'host', value: 'https://b.example', secret: false },
        { name: 'key', value: '', secret: true },
      ],
    },
  )
const carriedKey = { loose: { secret_variables: '{"key":"k"}' } }

async function addOrders() {
  const variables = [
    { name: 'base', value: 'https://api.example', secret: false },
    { name: 'host', value: 'https://mine.example', secret: false },
    { name: 'key', value: '', secret: true },
  ]
  app.workspace.environments.add({
    ...environment('orders'),
    builtIn: false,
    value: environment('orders', {}, { variables }).value,
  })
  app.workspace.apiCalls.put({ ...call('1', '{{host}}/mine'), environmentId: 'orders' })
  await app.store.set('orders', 'secret_variables', '{"key":"mine"}', 'current')
}

test('calls without a client are not taken before an environment is chosen for them', async () => {
  const given = file([loose()])
  const { items } = await preview(given, noImportEdits, carriedKey)
  expect(items[0]).toMatchObject({ status: 'no_target', receivers: [], apiCalls: 2 })
  const before = app.state()
  const { result } = await take(given, noImportEdits, carriedKey)
  expect(result).toMatchObject({ kind: 'applied', added: [], replaced: [], extended: [], kept: 1 })
  expect(app.state()).toBe(before)
})

test('an environment that was chosen and is gone is named, and nothing is taken', async () => {
  const { result } = await take(file([loose(), environment('a')]), edited({ targets: { loose: 'gone' } }))
  expect(result).toEqual({ kind: 'refused', reason: { code: 'target_missing', evidence: {} } })
  expect(app.workspace.environments.list()).toEqual([])
})

test('calls can become a new environment', async () => {
  const { result } = await take(file([loose()]), edited({ targets: { loose: null } }), carriedKey)
  expect(result).toMatchObject({ added: ['loose'] })
  expect(app.workspace.environments.get('loose')?.value.name).toBe('Shop')
})

test('calls go into an environment that is here: its own calls and values stay, and one undo takes all back', async () => {
  await addOrders()
  const before = app.state()
  const edits = edited({ targets: { loose: 'orders' } })
  const given = file([loose()])
  const { items, notes } = await preview(given, edits, carriedKey)
  expect(items[0]).toMatchObject({ status: 'into_existing', existing: { id: 'orders' }, carried: ['secret_variables'] })
  expect(items[0]?.receivers.map(({ origin, known }) => `${origin} ${known}`)).toContain('https://b.example false')
  expect(notes.map(({ fact }) => fact.evidence)).toEqual([
    { name: 'host', renamed: 'host_2' },
    { name: 'key', renamed: 'key_2' },
  ])
  expect(app.state()).toBe(before)

  const { result, undo } = await take(given, edits, carriedKey)
  expect(result).toMatchObject({ kind: 'applied', added: [], replaced: [], extended: ['orders'], notStored: [] })
  expect(app.workspace.apiCalls.list('orders').map(({ url }) => url)).toEqual([
    '{{host}}/mine',
    '{{base}}/a',
    '{{host_2}}/{{key_2}}',
  ])
  const { value } = app.workspace.environments.get('orders') ?? environment('none')
  expect(value.client_id).toBe('orders')
  expect(value.variables.map(({ name }) => name)).toEqual(['base', 'host', 'key', 'host_2', 'key_2'])
  const stored = await app.store.get('orders', 'secret_variables', 'current')
  expect(stored).toMatchObject({ value: '{"key":"mine","key_2":"k"}' })

  if (undo === null) throw new Error('nothing to undo')
  expect(await undoImport(app.core, undo)).toBeNull()
  expect(app.state()).toBe(before)
})

test('calls that come to an environment do not lead its own calls elsewhere by a variable of the workspace', async () => {
  await addOrders()
  app.workspace.workspaceVariables.save([{ name: 'host', value: 'https://mine.example', secret: false }])
  const orders = app.workspace.environments.get('orders')?.value ?? newEnvironment
  const variables = orders.variables.filter(({ name }) => name !== 'host')
  app.workspace.environments.update('orders', { ...orders, variables })
  const edits = edited({ targets: { loose: 'orders' } })
  const { notes } = await preview(file([loose()]), edits, carriedKey)
  expect(notes.map(({ fact }) => fact.evidence)).toContainEqual({ name: 'host', renamed: 'host_2' })
  await take(file([loose()]), edits, carriedKey)
  expect(app.workspace.environments.get('orders')?.value.variables.map(({ name }) => name)).not.toContain('host')
  expect(app.workspace.apiCalls.list('orders').at(-1)?.url).toMatch('{{host_2}}/')
})

test('an environment takes no more calls than the limit', async () => {
  await addOrders()
  const calls = Array.from({ length: 5000 }, (_, index) => call(`call-${index}`, 'https://api.example/'))
  const { result } = await take(file([{ ...loose(), calls }]), edited({ targets: { loose: 'orders' } }))
  expect(result).toMatchObject({ kind: 'refused', reason: { code: 'too_many_calls' } })
  expect(app.workspace.apiCalls.list('orders')).toHaveLength(1)
})

test('a server receives a token only from a call that carries one, and secret variables only from one that names them', async () => {
  const open = { ...call('health', 'https://open.example/health'), authorization: 'none' as const }
  const header = { name: 'X-Api-Key', value: '{{key}}', enabled: true }
  const key = { ...call('stock', 'https://stock.example/a'), authorization: 'none' as const, headers: [header] }
  const variables = [{ name: 'key', value: '', secret: true }]
  const given = file([environment('a', { calls: [call('list', 'https://api.example/a'), open, key] }, { variables })])
  const { items } = await preview(given, edited({}))
  expect(items[0]?.receivers.map(({ secret, origin }) => `${secret} ${origin}`)).toEqual([
    'client_secret https://as.example',
    'access_token https://api.example',
    'secret_variables https://stock.example',
  ])
})

test('a secret variable that is left out is still needed where a call names it, and is not there where none does', async () => {
  const header = { name: 'X-Api-Key', value: '{{key}}', enabled: true }
  const calls = [{ ...call('stock', 'https://stock.example/a'), headers: [header] }]
  const variables = ['key', 'db'].map((name) => ({ name, value: '', secret: true }))
  const given = file([environment('a', { calls }, { variables })])
  const carried = { a: { secret_variables: '{"db":"d4tabase","key":"k3y"}' } }
  const secretsLeftOut = ['key', 'db'].map(
    (variable) => ({ environmentId: 'a', name: 'secret_variables', variable }) as const,
  )
  const { items } = await preview(given, edited({ secretsLeftOut }), carried)
  expect(items[0]?.missingVariables).toEqual(['key'])
  expect((await preview(given, edited({}), carried)).items[0]?.missingVariables).toEqual([])
  // In the file without a value, and named by no call.
  expect((await preview(given, edited({}))).items[0]?.missingVariables).toEqual(['key'])
})
