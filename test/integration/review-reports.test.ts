import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportJson } from '../../electron/cli/review/report-json.ts'
import { reportJunit } from '../../electron/cli/review/report-junit.ts'
import { reportText } from '../../electron/cli/review/report-text.ts'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

const { serve, closeAll } = misbehavingServers()
let world: TestApi
let environmentId: string

beforeAll(async () => {
  world = openTestApi(null, { version: '1.2.3', runtime: { node: '24' } })
  const { url } = await serve((_request, response) =>
    // A server that gives the secret of the client away.
    json(response, 200, { ...bearer, expires_in: 86_400, scope: secrets.client_secret }),
  )
  environmentId = await world.add({ name: 'Orders', client_id: 'orders', token_endpoint: `${url}/token` }, secrets)
  await world.api.requestToken({ environmentId }, context)
})
afterAll(async () => {
  world.close()
  await closeAll()
})

test('of an environment that is gone nothing is made, and that is said', async () => {
  const gone = { environmentId: 'gone' }
  expect(await world.api.copyReview({ ...gone, practice: null }, context)).toBe(false)
  expect(await world.api.saveReview({ ...gone, format: 'html', isOnlyOpen: false }, context)).toMatchObject({
    kind: 'failed',
    reason: { code: 'environment_gone' },
  })
})

test('a file that cannot be written is reported in the words of the system', async () => {
  const failing = openTestApi(null, {
    workspace: world.workspace,
    saveFile: async () => {
      throw new Error('EACCES: permission denied')
    },
  })
  expect(await failing.api.saveReview({ environmentId, format: 'markdown', isOnlyOpen: true }, context)).toMatchObject({
    kind: 'failed',
    reason: { code: 'file_not_written', evidence: { failure: { evidence: { message: 'EACCES: permission denied' } } } },
  })
})

test('a review is saved with what a request showed, and the secret that the server repeats is in none of it', async () => {
  for (const format of ['markdown', 'html'] as const) {
    const outcome = await world.api.saveReview({ environmentId, format, isOnlyOpen: false }, context)
    expect(outcome).toMatchObject({ kind: 'saved', path: expect.stringMatching(/review-Orders-.*\.(?:md|html)$/) })
  }
  expect(world.saved.size).toBe(2)
  for (const text of world.saved.values()) {
    expect(text).toContain('86400')
    expect(text).not.toContain(secrets.client_secret)
  }
})

test('a secret that is written in settings, calls and reasons is in no report for a terminal or CI', async () => {
  const secret = secrets.client_secret
  const id = await world.add(
    {
      name: `Of ${secret}`,
      client_id: `client-${secret}`,
      scope: `read ${secret}`,
      token_endpoint: `http://id.example/${secret}`,
      introspection_endpoint: `http://id.example/${secret}/introspect`,
      parameters: [{ name: 'hint', value: secret }],
    },
    secrets,
  )
  const accept = { environmentId: id, code: 'endpoint_not_encrypted', reason: `It is ${secret}.` } as const
  await world.api.acceptFinding(accept, context)
  const review = await world.api.getReview({ environmentId: id }, context)
  if (review === null) throw new Error('It is gone.')
  const reports = [reportText(review), reportJson(review, true), reportJunit(review, 'at-risk', true)]
  for (const report of reports) expect(report).not.toContain(secret)
  expect(reports[0]).toContain('Of ••••')
})

test('what is accepted and counts for nothing is listed, so that a file hides nothing', async () => {
  const accepted = [{ code: 'scopes_review_not_noted', reason: 'Reviewed.', on: '9999-12-31' }]
  const id = await world.add({ name: 'Of a file', accepted })
  const review = await world.api.getReview({ environmentId: id }, context)
  expect(review?.notFound).toEqual(accepted)
  expect(review?.items.find(({ practice }) => practice === 'review_scopes')?.status).toBe('not_known')
})

test('what a server says at length is cut in a review, after secrets are masked in it', async () => {
  const long = 'x'.repeat(995)
  const introspection_endpoint = `http://id.example/${'x'.repeat(970)}-${secrets.client_secret}`
  const { url } = await serve((_request, response) =>
    json(
      response,
      200,
      { ...bearer, expires_in: 60, scope: `read ${long.repeat(100)}` },
      { 'cache-control': long.repeat(9) },
    ),
  )
  const id = await world.add(
    { name: 'Long', client_id: 'long', token_endpoint: `${url}/token`, introspection_endpoint },
    secrets,
  )
  await world.api.requestToken({ environmentId: id }, context)
  const review = await world.api.getReview({ environmentId: id }, context)
  const seen = review?.items.flatMap(({ findings }) => findings.flatMap((finding) => finding.seen)) ?? []
  expect(seen.some(({ value }) => value.endsWith('x-••••••••'))).toBe(true)
  expect(seen.find(({ name }) => name === 'Cache-Control')?.value).toBe(`${'x'.repeat(1000)}…`)
})

test('what there is to act on, or one practice, is copied for the operator', async () => {
  expect(await world.api.copyReview({ environmentId, practice: null }, context)).toBe(true)
  expect(world.copied.at(-1)).toMatch(/## At risk: Use short-lived tokens/)
  await world.api.copyReview({ environmentId, practice: 'short_lived_tokens' }, context)
  expect(world.copied.at(-1)).toContain('"expires_in": 86400')
})
