import { createServer as createTls, type Server } from 'node:https'
import { createServer as createTcp, type Server as TcpServer } from 'node:net'
import { TLSSocket } from 'node:tls'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { ConnectionTest } from '../../electron/contract/connection-test.ts'
import { connectionSummary, factText } from '../../electron/wording/connection-test.ts'
import { serve } from '../support/fault-server.ts'
import { signer } from '../support/signed-tokens.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { makeAuthority } from './transport-authority.ts'

let opened: TestApi
beforeEach(() => {
  opened = openTestApi(null)
})
afterEach(() => opened.close())

const { stage, network } = newEnvironment
const empty = { environmentId: null, secrets: {}, stage, network, issuer: '', token_endpoint: '', jwks_uri: '' }

const run = (input: Partial<CallInput<'testConnection'>>, signal = context.signal) =>
  opened.api.testConnection({ ...empty, ...input }, { ...context, signal })

/** Each step with its result, and the code of what went wrong. */
function resultsOf(test: ConnectionTest): string[] {
  if (test.kind !== 'tested') return [test.kind, ...test.problems.map(({ field, code }) => `${field}: ${code}`)]
  return test.steps.map(({ name, result, failure, findings }) =>
    [name, result, failure?.code ?? findings[0]?.code ?? ''].join(' ').trim(),
  )
}

const factsOf = (test: ConnectionTest): string[] =>
  test.kind === 'tested' ? test.steps.map(({ fact }) => (fact === null ? '' : factText(fact, Date.now()))) : []

const port = (server: Server | TcpServer): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(address === null || typeof address === 'string' ? 0 : address.port)
    })
  })

test('without any address nothing is sent, and the field to fill in is named', async () => {
  expect(resultsOf(await run({}))).toEqual(['not_sent', 'token_endpoint: endpoint_missing'])
  expect(resultsOf(await run({ issuer: 'no address' }))[0]).toBe('not_sent')
})

test('a name that does not exist fails at DNS, and nothing after it is tried', async () => {
  const outcome = await run({ issuer: 'https://nowhere.invalid', jwks_uri: 'https://nowhere.invalid/jwks' })
  expect(resultsOf(outcome)).toEqual([
    'dns failed name_not_found',
    'tcp not_tried',
    'tls not_tried',
    'metadata not_tried',
    'key_set not_tried',
  ])
})

test('a port where nobody listens fails at TCP', async () => {
  const closed = createTcp()
  const free = await port(closed)
  await new Promise((resolve) => closed.close(resolve))
  expect(resultsOf(await run({ issuer: `http://127.0.0.1:${free}` }))).toEqual([
    'dns passed',
    'tcp failed refused',
    'tls not_tried',
    'metadata not_tried',
    'key_set not_tried',
  ])
  expect(resultsOf(await run({ token_endpoint: `http://127.0.0.1:${free}/token` }))).toEqual([
    'dns passed',
    'tcp failed refused',
    'tls not_tried',
    'metadata none',
    'key_set none',
    'token_host not_tried',
  ])
})

test('a certificate that nobody vouches for fails at TLS; with its authority the days that are left are shown', async () => {
  const authority = await makeAuthority()
  const identity = await authority.issue('IP:127.0.0.1', { until: 30 })
  const server = createTls(identity, (_, response) => response.writeHead(404).end())
  const issuer = `https://127.0.0.1:${await port(server)}`
  try {
    const refused = await run({ issuer })
    expect(resultsOf(refused)).toEqual([
      'dns passed',
      'tcp passed',
      'tls failed tls_unknown_ca',
      'metadata not_tried',
      'key_set not_tried',
    ])
    expect(factsOf(refused).slice(0, 2)).toEqual(['127.0.0.1', `port ${new URL(issuer).port}`])
    const shown =
      refused.kind === 'tested' ? opened.api.getExchange({ id: refused.steps[2]?.exchangeId ?? '' }, context) : null
    const fingerprint = (await shown)?.tls?.chain[0]?.fingerprint256 ?? ''
    const trusted = await run({ issuer, network: { ...network, ca: authority.ca } })
    expect(resultsOf(trusted)).toEqual(['dns passed', 'tcp passed', 'tls passed', 'metadata none', 'key_set none'])
    expect(factsOf(trusted)[2]).toMatch(/^1\.3, certificate (?:29|30) days$/)
    const accepted = await run({ issuer, network: { ...network, acceptedCertificate: fingerprint } })
    expect(factsOf(accepted)[2]).toBe('1.3, certificate accepted by its fingerprint')
  } finally {
    server.close()
    await authority.remove()
  }
})

test('a web page in the place of metadata is none; JSON without an issuer, another issuer and an error fail there', async () => {
  let body = '<html></html>'
  let status = 200
  const server = await serve((_, response) => {
    response.writeHead(status, { 'Content-Type': body.startsWith('<') ? 'text/html' : 'application/json' }).end(body)
  })
  const metadata = async () => resultsOf(await run({ issuer: server.url }))[3]
  expect(await metadata()).toBe('metadata none')
  body = '{}'
  expect(await metadata()).toBe('metadata failed issuer_missing')
  body = JSON.stringify({ issuer: 'https://elsewhere.example' })
  expect(await metadata()).toBe('metadata failed issuer_mismatch')
  status = 500
  expect(await metadata()).toMatch(/^metadata failed /)
  await server.close()
})

test('an empty key set fails, and so does one that is no set', async () => {
  let keys = '{"keys":[]}'
  const server = await serve((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(keys)
  })
  const jwks_uri = `${server.url}/jwks`
  expect(resultsOf(await run({ jwks_uri })).at(-1)).toMatch(/^key_set failed jwks_empty/)
  keys = '[]'
  expect(resultsOf(await run({ jwks_uri })).at(-1)).toMatch(/^key_set failed /)
  await server.close()
})

test('a server that hangs can be given up, and what was reached until then is said', async () => {
  const aborter = new AbortController()
  const server = await serve(() => aborter.abort())
  const outcome = await run({ issuer: server.url, jwks_uri: `${server.url}/jwks` }, aborter.signal)
  expect(resultsOf(outcome)).toEqual([
    'dns passed',
    'tcp passed',
    'tls none',
    'metadata failed cancelled',
    'key_set not_tried',
  ])
  expect(server.requests()).toBe(1)
  expect(outcome.kind === 'tested' ? connectionSummary(outcome).word : '').toBe('Cancelled')
  await server.close()
})

test('a server that works is reached on a connection of its own, without credentials', async () => {
  const { jwk } = await signer('ES256')
  const asked: string[] = []
  const server = await serve((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization ?? ''}${request.headers.cookie ?? ''}`)
    const { url } = server
    const document =
      request.url === '/jwks'
        ? { keys: [{ ...jwk, alg: 'ES256' }] }
        : { issuer: url, jwks_uri: `${url}/jwks`, scopes_supported: [] }
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(document))
  })
  for (const _ of [1, 2]) {
    const outcome = await run({ issuer: server.url, secrets: { client_secret: 'canary' } })
    expect(resultsOf(outcome)).toEqual(['dns passed', 'tcp passed', 'tls none', 'metadata passed', 'key_set passed'])
    const steps = outcome.kind === 'tested' ? outcome.steps : []
    expect(steps[1]?.ms).not.toBeNull()
    expect(steps.every(({ exchangeId }) => exchangeId !== null)).toBe(true)
    expect(factsOf(outcome)).toEqual([
      '127.0.0.1',
      `port ${new URL(server.url).port}`,
      'not used',
      '3 fields, issuer equal',
      '1 key, ES256',
    ])
    expect(outcome.kind === 'tested' ? connectionSummary(outcome).word : '').toBe('Works')
  }
  expect(asked).toEqual([1, 2].flatMap(() => ['/.well-known/openid-configuration ', '/jwks ']))
  await server.close()
})

test('without issuer and key set the server of the token endpoint is asked at its root, never the endpoint itself', async () => {
  const asked: unknown[] = []
  const server = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(404).end()
  })
  expect(resultsOf(await run({ token_endpoint: `${server.url}/oauth/token` }))).toEqual([
    'dns passed',
    'tcp passed',
    'tls none',
    'metadata none',
    'key_set none',
    'token_host passed',
  ])
  expect(asked).toEqual(['GET /'])
  await server.close()
})

test('a token endpoint on another server than the issuer is reached too, and fails by itself', async () => {
  const issuer = await serve((_, response) => response.writeHead(404).end())
  const closed = createTcp()
  const free = await port(closed)
  await new Promise((resolve) => closed.close(resolve))
  const outcome = await run({ issuer: issuer.url, token_endpoint: `http://127.0.0.1:${free}/token` })
  expect(resultsOf(outcome).slice(3)).toEqual(['metadata none', 'key_set none', 'token_host failed refused'])
  expect(outcome.kind === 'tested' ? connectionSummary(outcome).word : '').toBe('Fails at Token host')
  const same = await run({ issuer: issuer.url, token_endpoint: `${issuer.url}/token` })
  expect(resultsOf(same).at(-1)).toBe('key_set none')
  await issuer.close()
})

test('an address that is no URL is named with its field, and nothing is sent', async () => {
  const server = await serve((_, response) => response.writeHead(404).end())
  const outcome = await run({ issuer: server.url, jwks_uri: 'keys', token_endpoint: 'ftp://127.0.0.1/token' })
  expect(resultsOf(outcome)).toEqual(['not_sent', 'token_endpoint: url_refused', 'jwks_uri: url_refused'])
  expect(server.requests()).toBe(0)
  await server.close()
})

test('behind a proxy the name is left to the proxy, and a proxy that is not there fails at TCP', async () => {
  const closed = createTcp()
  const free = await port(closed)
  await new Promise((resolve) => closed.close(resolve))
  const through = (url: string) => ({
    ...network,
    proxy: { ...network.proxy, mode: 'explicit' as const, url },
  })
  const issuer = 'http://as.example'
  const gone = await run({ issuer, network: through(`http://127.0.0.1:${free}`) })
  expect(resultsOf(gone).slice(0, 2)).toEqual(['dns none', 'tcp failed refused'])
  expect(factsOf(gone)[0]).toBe('by the proxy')
  const asked: unknown[] = []
  const proxy = await serve((request, response) => {
    asked.push(request.url)
    response.writeHead(404).end()
  })
  const passed = await run({ issuer, network: through(proxy.url) })
  expect(resultsOf(passed)).toEqual([
    'dns none',
    'tcp passed',
    'tls none',
    'metadata none not_encrypted',
    'key_set none',
  ])
  expect(factsOf(passed)[1]).toBe(`proxy ${proxy.url}`)
  expect(asked[0]).toBe('http://as.example/.well-known/openid-configuration')
  await proxy.close()
})

test('a client certificate is not presented to another server that only the metadata names for the key set', async () => {
  const authority = await makeAuthority()
  const client = await authority.issue(null, { usage: 'clientAuth' })
  const presented: boolean[] = []
  const identity = { ...(await authority.issue('IP:127.0.0.1')), requestCert: true, rejectUnauthorized: false }
  const keySet = createTls(identity, (request, response) => {
    presented.push(request.socket instanceof TLSSocket && request.socket.getPeerX509Certificate() !== undefined)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"keys":[]}')
  })
  const jwks_uri = `https://127.0.0.1:${await port(keySet)}/jwks`
  const issuer = await serve((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify({ issuer: issuer.url, jwks_uri }))
  })
  const clientCertificate = { ...network.clientCertificate, certificate: client.cert }
  const asked = {
    issuer: issuer.url,
    secrets: { client_certificate_key: client.key },
    network: { ...network, ca: authority.ca, clientCertificate },
  }
  try {
    await run(asked)
    await run({ ...asked, jwks_uri })
    expect(presented).toEqual([false, true])
  } finally {
    keySet.close()
    await issuer.close()
    await authority.remove()
  }
})
