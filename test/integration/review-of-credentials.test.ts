import { afterEach, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { Practice } from '../../electron/vocabulary/review.ts'
import { serve } from '../support/fault-server.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let running: TestApi
let server: Awaited<ReturnType<typeof serve>>
let answer: object

beforeEach(async () => {
  running = openTestApi(null)
  answer = { access_token: 'opaque', token_type: 'Bearer', expires_in: 3600 }
  server = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(answer))
  })
})
afterEach(async () => {
  running.close()
  await server.close()
})

const client = (change: Partial<EnvironmentInput> = {}) => ({
  token_endpoint: server.url,
  client_id: 'orders-svc',
  ...change,
})

async function codesFor(environmentId: string, practice: Practice): Promise<string[]> {
  const review = await running.api.getReview({ environmentId }, context)
  return review?.items.find((item) => item.practice === practice)?.findings.map(({ code }) => code) ?? []
}

test('before anything is set nothing is claimed', async () => {
  const id = await running.add(client())
  expect(await codesFor(id, 'never_commit_secrets')).toContain('secret_not_set')
  expect(await codesFor(id, 'rotate_credentials')).toContain('credential_not_set')
  expect(await codesFor(id, 'short_lived_tokens')).toEqual(['lifetime_without_token'])
  expect(await codesFor(id, 'refresh_tokens')).toEqual(['refresh_without_token'])
})

test('a secret that is stored is kept well, and as young as it is', async () => {
  const id = await running.add(client(), { client_secret: 'k3-orders-secret' })
  expect(await codesFor(id, 'never_commit_secrets')).toContain('secrets_encrypted')
  expect(await codesFor(id, 'rotate_credentials')).toContain('credential_recent')
  expect(await codesFor(id, 'limit_credential_access')).toEqual(['access_not_visible'])
})

test('a key in a file that is missing is not known, nor is its age', async () => {
  const assertion = { ...newEnvironment.assertion, keyFile: '/nonexistent/client.pem' }
  const id = await running.add(client({ token_endpoint_auth_method: 'private_key_jwt', assertion }))
  expect(await codesFor(id, 'never_commit_secrets')).toContain('secret_file_not_seen')
  expect(await codesFor(id, 'rotate_credentials')).toContain('credential_age_not_known')
})

test('a secret that the method of now does not use is found', async () => {
  const id = await running.add(client(), { client_secret: 'k3-orders-secret' })
  await running.change(id, { token_endpoint_auth_method: 'none' })
  expect(await codesFor(id, 'limit_credential_access')).toEqual(['credential_unused'])
})

test('a token without and with a refresh token', async () => {
  const id = await running.add(client(), { client_secret: 'k3-orders-secret' })
  answer = { ...answer, refresh_token: null, refresh_expires_in: 0 }
  await running.api.requestToken({ environmentId: id }, context)
  expect(await codesFor(id, 'refresh_tokens')).toEqual(['no_refresh_token'])
  answer = { ...answer, refresh_token: 'r-4f1c9d20', expires_in: 86_400 }
  await running.api.requestToken({ environmentId: id }, context)
  expect(await codesFor(id, 'refresh_tokens')).toEqual(['refresh_token_issued'])
  expect(await codesFor(id, 'short_lived_tokens')).toEqual(['lifetime_over_day'])
})
