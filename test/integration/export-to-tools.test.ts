import { afterEach, beforeEach, expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { ApiCall } from '../../electron/contract/api-call.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { secretNameSchema } from '../../electron/contract/secret.ts'
import type { ImportReading, ToolExportOptions } from '../../electron/contract/sharing.ts'
import { otherTools } from '../../electron/vocabulary/export-formats.ts'
import { encodingsIn } from '../support/canary.ts'
import { makeCanarySecrets } from '../support/canary-secrets.ts'
import { openSharing, type Sharing } from './sharing-app.ts'
import { newestEvents } from '../support/newest-events.ts'

const context = { flowId: 'flow', signal: new AbortController().signal }

let mine: Sharing
let theirs: Sharing
beforeEach(() => {
  mine = openSharing()
  theirs = openSharing()
})
afterEach(() => {
  mine.close()
  theirs.close()
})

const orders: EnvironmentInput = {
  ...newEnvironment,
  name: 'Orders',
  token_endpoint: 'https://as.example/token',
  client_id: 'orders',
  scope: 'read write',
  audience: 'https://api.example',
  variables: [
    { name: 'api', value: 'https://api.example', secret: false },
    { name: 'key', value: '', secret: true },
  ],
}

const callOf = (members: Partial<ApiCall>): Omit<ApiCall, 'id' | 'environmentId'> => ({
  ...newApiRequest,
  ...newCallLabel,
  method: 'POST',
  url: '{{api}}/orders',
  ...members,
})

const calls = [
  callOf({ name: 'New order', body: { kind: 'json', text: '{\n  "id": 12345678901234567890\n}' } }),
  callOf({ name: 'Form', body: { kind: 'form', fields: [{ name: 'a', value: 'ü "b"', enabled: true }] } }),
  callOf({ name: 'Open', authorization: 'none', headers: [{ name: 'X-Key', value: '{{key}}', enabled: true }] }),
]

function add(id: string, change: Partial<EnvironmentInput> = {}): void {
  mine.workspace.environments.add({ id, builtIn: false, value: { ...orders, ...change } })
  for (const [index, call] of calls.entries())
    mine.workspace.apiCalls.put({ ...call, id: `${id}-${index}`, environmentId: id })
}

const save = (format: ToolExportOptions['format'], ...environmentIds: string[]) =>
  mine.api.saveExport({ format, environmentIds }, context)

async function readByThem(): Promise<Extract<ImportReading, { kind: 'preview' }>> {
  const files = mine.saved.map(({ name, text }) => ({ path: name, text }))
  const reading = await theirs.api.readImport({ kind: 'texts', name: '', files }, context)
  if (reading.kind !== 'preview') throw new Error(JSON.stringify(reading))
  return reading
}

test.each(otherTools)(
  'what is written for %s holds no secret, and an import gives the same environments',
  async (format) => {
    const { secrets, variable, texts } = await makeCanarySecrets()
    for (const id of ['a', 'b']) {
      add(id, { name: `Orders ${id}`, token_endpoint: `https://${id}.example/token` })
      for (const name of secretNameSchema.options) {
        const value = name === 'secret_variables' ? JSON.stringify({ key: variable }) : (secrets[name] ?? '')
        await mine.store.set(id, name, value, 'current')
      }
    }
    expect(await save(format, 'a', 'b')).toEqual({
      kind: 'saved',
      path: expect.stringMatching(/^\/chosen\/environments-/),
    })
    expect(encodingsIn(Buffer.from(JSON.stringify(mine.saved)), texts)).toEqual([])

    const { importId, items } = await readByThem()
    expect(items).toHaveLength(2)
    const applied = await theirs.api.applyImport({ importId, choices: [] }, context)
    expect(applied.kind).toBe('applied')
    const taken = theirs.workspace.environments.list().filter(({ builtIn }) => !builtIn)
    const endpoints = taken.map(({ value }) =>
      [value.token_endpoint, value.client_id, value.scope, value.audience].join(' '),
    )
    expect(endpoints.toSorted()).toEqual(
      ['a', 'b'].map((id) => `https://${id}.example/token orders read write https://api.example`),
    )
    for (const { id, value } of taken) {
      expect(value.variables.find(({ name }) => name === 'api')).toEqual(orders.variables[0])
      const sent = ({ method, url, headers, body, authorization }: Omit<ApiCall, 'id' | 'environmentId'>) =>
        JSON.stringify({ method, url, headers, body, authorization })
      expect(theirs.workspace.apiCalls.list(id).map(sent).toSorted()).toEqual(calls.map(sent).toSorted())
    }
  },
)

test.each(otherTools)('a secret anywhere in what is written for %s is refused, by its place', async (format) => {
  add('a', { notes: 'Not this: s3cret-and-long "value"' })
  await mine.store.set('a', 'client_secret', 's3cret-and-long "value"', 'current')
  const options = { format, environmentIds: ['a'] }
  const { leaks } = await mine.api.previewExport(options, context)
  expect(leaks).toMatchObject([{ environmentName: 'Orders', place: 'notes', kind: 'known_secret' }])
  expect(await mine.api.saveExport(options, context)).toMatchObject({
    kind: 'failed',
    reason: { code: 'secret_in_clear' },
  })
  expect(await mine.api.copyExport(options, context)).toMatchObject({ code: 'secret_in_clear' })
  expect([mine.saved, mine.copied, newestEvents(mine.workspace, 10)]).toEqual([[], [], []])
})

test('what looks like a secret is warned of, and written', async () => {
  add('a', { notes: 'ghp_abcdefghijklmnopqrstuvwxyz0123456789' })
  const { leaks } = await mine.api.previewExport({ format: 'postman', environmentIds: ['a'] }, context)
  expect(leaks).toMatchObject([{ place: 'notes', kind: 'high_entropy' }])
  expect(await save('postman', 'a')).toMatchObject({ kind: 'saved' })
})

test('one file is saved as a file and copied, several only go into a folder; each is recorded', async () => {
  add('a')
  expect(await save('postman', 'a')).toEqual({ kind: 'saved', path: '/chosen/Orders.postman_collection.json' })
  expect(await mine.api.copyExport({ format: 'postman', environmentIds: ['a'] }, context)).toBeNull()
  expect(mine.copied).toEqual([mine.saved[0]?.text])
  expect(await save('bruno', 'a')).toEqual({ kind: 'saved', path: '/chosen/Orders-bruno' })
  expect(await mine.api.copyExport({ format: 'bruno', environmentIds: ['a'] }, context)).toMatchObject({
    code: 'several_files',
  })
  expect(
    newestEvents(mine.workspace, 10).map(({ kind, environmentId, detail }) => [kind, environmentId, detail]),
  ).toEqual(
    ['/chosen/Orders-bruno', 'the clipboard', '/chosen/Orders.postman_collection.json'].map((to) => [
      'exported',
      'a',
      {
        environments: '1',
        format: to.endsWith('bruno') ? 'bruno' : 'postman',
        secrets: 'none',
        signed: 'no',
        to,
        environment: 'Orders',
      },
    ]),
  )
})

test('what has no place there is listed before it is written, once for all calls that it is about', async () => {
  add('a', { dpop: { enabled: true, alg: 'ES256', keyFile: '' } })
  for (const id of ['a-0', 'a-1']) {
    const call = mine.workspace.apiCalls.list('a').find((one) => one.id === id)
    if (call !== undefined) mine.workspace.apiCalls.put({ ...call, renewOn401: true })
  }
  const preview = await mine.api.previewExport({ format: 'postman', environmentIds: ['a'] }, context)
  expect(preview).toMatchObject({ environments: 1, apiCalls: 3, files: 1, leaks: [] })
  expect(preview.notes).toEqual([
    {
      fact: { code: 'dpop_not_kept', evidence: { alg: 'ES256' } },
      environment: 'Orders',
      calls: [],
    },
    {
      fact: { code: 'setting_not_kept', evidence: { field: 'renewOn401' } },
      environment: 'Orders',
      calls: ['New order', 'Form'],
    },
  ])
})

test('nothing is written of an environment that is gone or built in, or where no folder is chosen', async () => {
  add('a')
  expect(await save('bruno', 'gone', 'sandbox')).toMatchObject({ reason: { code: 'nothing_to_export' } })
  mine.core.saveFolder = async () => null
  expect(await save('bruno', 'a')).toEqual({ kind: 'cancelled' })
  mine.core.saveFolder = async () => Promise.reject(new Error('EACCES: permission denied'))
  expect(await save('bruno', 'a')).toMatchObject({ kind: 'failed', reason: { code: 'file_not_written' } })
  expect(newestEvents(mine.workspace, 10)).toEqual([])
})
