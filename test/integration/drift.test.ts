import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Notice } from '../../electron/contract/events.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { serve } from '../support/fault-server.ts'
import { madeToken } from '../support/made-token.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'ccx-drift-'))
const secret = 'the client secret'
let server: Awaited<ReturnType<typeof serve>>
let app: TestApi
let environmentId: string
const notices: Notice['kind'][] = []
const shown: string[] = []

/** What the server does, until it is changed. */
const usual = { kid: 'a', lifetime: 3600, scope: 'read write', audience: 'orders', status: 200 }
let does = { ...usual }
let count = 0

beforeEach(async () => {
  does = { ...usual }
  server = await serve((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const isKnown = body.includes(encodeURIComponent(secret).replaceAll('%20', '+'))
      const status = isKnown ? does.status : 401
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(status === 200 ? issued() : { error: 'invalid_client' }))
    })
  })
  open()
  environmentId = await app.add(
    {
      token_endpoint: server.url,
      client_id: 'client',
      token_endpoint_auth_method: 'client_secret_post',
      scope: 'read write',
    },
    { client_secret: secret },
  )
})
afterEach(async () => {
  app.close()
  await server.close()
  rmSync(path.join(folder, 'workspace.sqlite'), { force: true })
})

function issued(): object {
  count += 1
  const iat = Math.floor(Date.now() / 1000)
  const claims = { iss: 'https://id.example', aud: does.audience, iat, exp: iat + does.lifetime, jti: String(count) }
  const access_token = madeToken(claims, { alg: 'RS256', kid: does.kid })
  return { access_token, token_type: 'Bearer', expires_in: does.lifetime, scope: does.scope }
}

function open(): void {
  const workspace = openWorkspace(path.join(folder, 'workspace.sqlite'))
  app = openTestApi(null, {
    workspace,
    notify: ({ kind }) => notices.push(kind),
    showNotification: ({ name, drift }) => shown.push(`${name}: ${drift.map(({ kind }) => kind).join(' ')}`),
  })
}

async function request(times = 1): Promise<void> {
  for (let index = 0; index < times; index += 1) await app.api.requestToken({ environmentId }, context)
  await settled()
}

/** What comes after the answer was done: the newest exchange is the newest that was compared. */
async function settled(): Promise<void> {
  await vi.waitFor(() => {
    const [newest] = app.workspace.exchanges.list(environmentId, 1)
    const read = new DatabaseSync(path.join(folder, 'workspace.sqlite'), { readOnly: true })
    const compared = read.prepare('SELECT max(used_at) AS at FROM drift_baselines').get()
    read.close()
    expect(compared?.['at']).toBe(newest?.startedAt)
  })
}

const raised = () => app.workspace.drift.list(environmentId).map(({ kind }) => kind)

test('what the server changes is found once, also when the app was started again in between', async () => {
  await request(6)
  Object.assign(does, { lifetime: 600, scope: 'read', audience: 'shop' })
  await request(2)
  app.close()
  open()
  await app.change(environmentId, { secrets: { client_secret: secret } })
  await request(3)
  expect(raised().toSorted()).toEqual(['audience', 'lifetime', 'scopes_lost'])
  expect(await app.api.driftCounts(undefined, context)).toEqual([{ environmentId, count: 3 }])
  expect(notices).toContain('drift_changed')
})

test('drift that is called expected does not count, until that is undone', async () => {
  await request(1)
  does.audience = 'shop'
  await request(1)
  const [drift] = app.workspace.drift.list(environmentId)
  expect(drift).toMatchObject({ kind: 'audience', before: 'orders', after: 'shop', environmentId })
  const ids = [drift?.id ?? '']
  await app.api.setDriftExpected({ ids, isExpected: true }, context)
  expect(await app.api.driftCounts(undefined, context)).toEqual([])
  await app.api.setDriftExpected({ ids, isExpected: false }, context)
  expect(await app.api.driftCounts(undefined, context)).toEqual([{ environmentId, count: 1 }])
})

test("an outage of the server is found and ends; one's own wrong secret is none", async () => {
  await request(1)
  does.status = 503
  await request(4)
  expect(app.workspace.drift.list(environmentId)).toMatchObject([{ kind: 'outage', after: '4', endedAt: null }])
  does.status = 200
  await request(1)
  expect(app.workspace.drift.list(environmentId)).toMatchObject([{ endedAt: expect.any(Number) }])
  await app.change(environmentId, { secrets: { client_secret: 'another one' } })
  await request(5)
  expect(raised()).toEqual(['outage'])
})

test('the system notifies of drift where that is allowed, and of nothing that is expected', async () => {
  await request(1)
  does.audience = 'shop'
  await request(1)
  expect(shown).toEqual([])
  await app.api.setPreferences({ notifications: true }, context)
  Object.assign(does, { audience: 'third', lifetime: 60 })
  await request(2)
  expect(shown).toEqual(['Test: audience lifetime'])
  // A server may change with each answer: the system says it once an hour.
  for (const audience of ['fourth', 'fifth', 'sixth']) {
    does.audience = audience
    await request(1)
  }
  expect(raised()).toHaveLength(6)
  expect(shown).toHaveLength(1)
})

test('another scope that is requested is no drift', async () => {
  await request(1)
  await app.change(environmentId, { scope: 'read' })
  does.scope = 'read'
  await request(3)
  expect(raised()).toEqual([])
})

test('of an environment that is not recorded nothing is kept', async () => {
  await request(1)
  does.audience = 'shop'
  await request(1)
  await app.api.setRecording({ environmentId, isRecorded: false }, context)
  expect(raised()).toEqual([])
  await app.api.requestToken({ environmentId }, context)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const read = new DatabaseSync(path.join(folder, 'workspace.sqlite'), { readOnly: true })
  expect(read.prepare('SELECT count(*) AS count FROM drift_baselines').get()).toEqual({ count: 0 })
  read.close()
})

test('what was still to be compared when recording is switched off is not kept', async () => {
  await request(1)
  does.audience = 'shop'
  await app.api.requestToken({ environmentId }, context)
  await app.api.setRecording({ environmentId, isRecorded: false }, context)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const read = new DatabaseSync(path.join(folder, 'workspace.sqlite'), { readOnly: true })
  for (const table of ['drift_baselines', 'drift_changes'])
    expect(read.prepare(`SELECT count(*) AS count FROM ${table}`).get()).toEqual({ count: 0 })
  read.close()
})

test('what a server makes long without end is kept short, and differs still', async () => {
  for (const last of ['a', 'b', 'c']) {
    const long = `${'x'.repeat(20_000)}${last}`
    Object.assign(does, {
      kid: long,
      audience: long,
      scope: Array.from({ length: 100_000 }, (_, n) => n + last).join(' '),
    })
    await request(1)
  }
  expect(raised()).toEqual(['audience', 'audience'])
  const read = new DatabaseSync(path.join(folder, 'workspace.sqlite'), { readOnly: true })
  const lengths = read.prepare('SELECT max(length(value)) AS most FROM drift_baselines').get()
  read.close()
  expect(lengths?.['most']).toBeLessThan(20_000)
})

test('what cannot be compared is a warning, and costs the answer nothing', async () => {
  await request(1)
  const { drift } = app.workspace
  const broken = vi.spyOn(drift, 'putBaseline').mockImplementation(() => {
    throw new Error('the disk is full')
  })
  expect(await app.api.requestToken({ environmentId }, context)).toMatchObject({ kind: 'issued' })
  await vi.waitFor(() => expect(notices).toContain('drift_not_kept'))
  broken.mockRestore()
})
