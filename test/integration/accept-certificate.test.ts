import { createServer } from 'node:https'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApi, context, type TestApi } from './test-api.ts'
import { makeAuthority } from './transport-authority.ts'
import { open } from './transport-servers.ts'

let authority: Awaited<ReturnType<typeof makeAuthority>>
let server: Awaited<ReturnType<typeof open>>
let running: TestApi
let environmentId: string

beforeAll(async () => {
  authority = await makeAuthority()
  const answering = createServer(await authority.selfSigned(), (_request, response) => {
    response.setHeader('Content-Type', 'application/json')
    response.end('{"access_token":"token-1","token_type":"Bearer"}')
  })
  server = await open(answering)
})
afterAll(async () => {
  await server.close()
  await authority.remove()
})

beforeEach(async () => {
  running = openTestApi(null)
  const token_endpoint = `https://127.0.0.1:${server.port}/token`
  environmentId = await running.add({ client_id: 'c', token_endpoint }, { client_secret: 'secret' })
})
afterEach(() => running.close())

const request = () => running.api.requestToken({ environmentId }, context)
const accepted = () => running.workspace.environments.get(environmentId)?.value.network.acceptedCertificate
const otherFingerprint = Array.from({ length: 32 }, () => 'AB').join(':')

/** The exchange of a request that failed for the certificate, and the certificate's fingerprint. */
async function shown() {
  await request()
  const [exchange] = running.workspace.exchanges.list(environmentId, 1)
  const exchangeId = exchange?.id ?? ''
  const fingerprint = running.workspace.exchanges.get(exchangeId)?.tls?.chain[0]?.fingerprint256 ?? ''
  return { environmentId, exchangeId, fingerprint }
}

test('a certificate that the exchange did not show is not accepted', async () => {
  const certificate = await shown()
  const other = { ...certificate, fingerprint: otherFingerprint }
  const refused = { kind: 'not_accepted', reason: 'other_certificate' }
  expect(await running.api.acceptCertificate(other, context)).toEqual(refused)
  expect(await running.api.acceptCertificate({ ...certificate, exchangeId: 'none' }, context)).toEqual(refused)
  expect(accepted()).toBe('')
})

test('a certificate that an exchange of another environment showed is not accepted', async () => {
  const certificate = await shown()
  const other = await running.add({ name: 'Other' })
  expect(await running.api.acceptCertificate({ ...certificate, environmentId: other }, context)).toEqual({
    kind: 'not_accepted',
    reason: 'other_certificate',
  })
})

test('no certificate is accepted in production, nor for an environment that is gone', async () => {
  const certificate = await shown()
  await running.change(environmentId, { stage: 'production' })
  expect(await running.api.acceptCertificate(certificate, context)).toMatchObject({ reason: 'production' })
  expect(accepted()).toBe('')
  await running.api.deleteEnvironment({ environmentId }, context)
  expect(await running.api.acceptCertificate(certificate, context)).toMatchObject({ reason: 'gone' })
})

test('an accepted certificate is used, the secret may go that way, and undoing takes both back', async () => {
  const certificate = await shown()
  expect(await running.api.acceptCertificate(certificate, context)).toEqual({ kind: 'accepted' })
  expect(accepted()).toBe(certificate.fingerprint)
  expect(await request()).toMatchObject({ kind: 'issued' })
  expect(await running.api.undoAcceptCertificate({ environmentId }, context)).toBe(true)
  expect(accepted()).toBe('')
  expect(await request()).toMatchObject({ kind: 'unreachable' })
  expect(await running.api.undoAcceptCertificate({ environmentId }, context)).toBe(false)
})

test('undoing leaves a certificate that was entered since', async () => {
  await running.api.acceptCertificate(await shown(), context)
  const network = running.workspace.environments.get(environmentId)?.value.network
  if (network === undefined) throw new Error('The environment is gone.')
  await running.change(environmentId, { network: { ...network, acceptedCertificate: otherFingerprint } })
  expect(await running.api.undoAcceptCertificate({ environmentId }, context)).toBe(false)
  expect(accepted()).toBe(otherFingerprint)
})
