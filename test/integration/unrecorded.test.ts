import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { keepReadableRows } from '../../electron/core/workspace/recovery/repair-rows.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { memoryKeyring } from '../support/memory-keyring.ts'
import { filesHolding } from '../support/profile-scan.ts'
import { bearer, json, misbehavingServers } from './misbehaving-servers.ts'
import { openFlowApi } from './flow-running.ts'
import { context } from './test-api.ts'

const servers = misbehavingServers()
/** What only an exchange holds: a server says it. */
const marker = 'said-by-the-server-only'
const keyring = memoryKeyring()
let url = ''
let folder = ''
let file = ''

beforeAll(async () => {
  ;({ url } = await servers.serve((request, response) =>
    request.url === '/token'
      ? json(response, 200, { ...bearer, said: marker }, { 'x-said': marker })
      : json(response, 200, { said: marker, count: Math.random() }),
  ))
})
afterAll(() => servers.closeAll())
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-unrecorded-'))
  file = path.join(folder, 'workspace.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const filesWithMarker = () => filesHolding(folder, [marker])

async function opened() {
  const { api, add, close, run, saved } = openFlowApi(null, { workspace: openWorkspace(file), keyring })
  const environmentId = await add(
    { name: 'Orders', client_id: 'c', token_endpoint: `${url}/token` },
    { client_secret: 's' },
  )
  const list = () => api.listExchanges({ environmentId, limit: 50 }, context)
  return { api, environmentId, list, run, saved, close }
}

const request = () => ({ ...newApiRequest, url: `${url}/api` })

test('exchanges of an environment that is not recorded reach no file, and are there while the app runs', async () => {
  const { api, environmentId, list, run, saved, close } = await opened()
  await api.setRecording({ environmentId, isRecorded: false }, context)
  await api.requestToken({ environmentId }, context)
  await api.sendApiCall({ environmentId, request: request(), callId: 'call' }, context)
  await api.sendApiCall({ environmentId, request: request(), callId: 'call' }, context)
  await run({ environmentId })

  const listed = await list()
  expect(
    listed
      .map(({ purpose }) => purpose)
      .toReversed()
      .slice(0, 3),
  ).toEqual(['token', 'api', 'api'])
  const [newest] = listed
  expect(JSON.stringify(await api.getExchange({ id: newest?.id ?? '' }, context))).toContain(marker)
  expect(await api.getExchangeChain({ id: newest?.id ?? '' }, context)).not.toEqual([])
  const answers = await api.listAnswers({ callId: 'call', limit: 10 }, context)
  expect(answers).toHaveLength(2)
  const [left, right] = answers.map(({ id }) => id)
  expect(await api.compareAnswers({ left: left ?? '', right: right ?? '' }, context)).not.toBeNull()
  expect(await api.getHistoryEntry({ id: left ?? '' }, context)).toMatchObject({
    conclusion: { outcome: 'answered' },
    isInMemory: true,
  })
  await api.saveHar({ exchangeIds: listed.map(({ id }) => id) }, context)
  expect([...saved.values()].join('')).toContain(marker)
  expect(await api.listFlowRuns({ environmentId }, context)).toHaveLength(1)

  expect(filesWithMarker()).toEqual([])
  close()
  expect(filesWithMarker()).toEqual([])
  const database = new DatabaseSync(file)
  for (const table of ['exchanges', 'conclusions', 'flow_runs']) {
    expect(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()).toEqual({ count: 0 })
  }
  database.close()
})

test('that an environment is not recorded holds after a restart, also for its copy, and until it is switched on', async () => {
  const { api, environmentId, close } = await opened()
  await api.setRecording({ environmentId, isRecorded: false }, context)
  const copy = await api.duplicateEnvironment({ environmentId }, context)
  close()
  const again = openFlowApi(null, { workspace: openWorkspace(file), keyring })
  for (const id of [environmentId, copy?.id ?? '']) await again.api.requestToken({ environmentId: id }, context)
  expect(filesWithMarker()).toEqual([])
  await again.api.setRecording({ environmentId, isRecorded: true }, context)
  await again.api.requestToken({ environmentId }, context)
  expect(await again.api.listExchanges({ environmentId, limit: 50 }, context)).toHaveLength(2)
  again.close()
  expect(filesWithMarker()).toEqual([expect.stringContaining('workspace.sqlite')])
})

test('what was recorded before stays, and is deleted only where that is wanted', async () => {
  const { api, environmentId, list, close } = await opened()
  await api.requestToken({ environmentId }, context)
  await api.setRecording({ environmentId, isRecorded: false }, context)
  await api.requestToken({ environmentId }, context)
  const listed = await list()
  expect(listed).toHaveLength(2)
  const [inMemory, onDisk] = listed.map(({ id }) => id)
  expect(await api.setNote({ id: inMemory ?? '', note: 'Not kept' }, context)).toBe(false)
  expect(await api.deleteHistory({ kind: 'ids', ids: [inMemory ?? '', onDisk ?? '', 'gone'] }, context)).toBe(2)
  expect(await list()).toEqual([])
  close()
  expect(filesWithMarker()).toEqual([])
})

test('a damaged entry that says that an environment is not recorded still counts, and is repaired so', async () => {
  const { api, environmentId, close } = await opened()
  await api.setRecording({ environmentId, isRecorded: false }, context)
  const database = new DatabaseSync(file)
  database.exec(`UPDATE unrecorded_environments SET checksum = x'00'`)
  database.close()
  close()
  keepReadableRows(file, 0)
  const again = openFlowApi(null, { workspace: openWorkspace(file), keyring })
  await again.api.requestToken({ environmentId }, context)
  expect(await again.api.listExchanges({ environmentId, limit: 50 }, context)).toHaveLength(1)
  again.close()
  expect(filesWithMarker()).toEqual([])
})
