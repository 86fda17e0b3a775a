import { connect } from 'node:net'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start.ts'
import { ask, basic, bearer, client, post, rawGet, tokenOf, type Answer } from './sandbox-client.ts'
import { send } from './sandbox-https.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
afterEach(() => sandbox.change([]))

const own = () => basic(client(sandbox.facts, 'jwt'))
const call = (token: string, path = 'orders', method = 'GET'): Promise<Answer> =>
  ask(`${sandbox.facts.api}/api/${path}`, { method, headers: bearer(token) })
const introspect = (token: string, headers: Record<string, string> = own()): Promise<Answer> =>
  post(sandbox.facts.introspection_endpoint, { token }, headers)
const revoke = (token: string): Promise<Answer> => post(sandbox.facts.revocation_endpoint, { token }, own())

async function tokenFor(resource: string): Promise<string> {
  const { json } = await post(
    sandbox.facts.token_endpoint,
    { grant_type: 'client_credentials', scope: 'api:read', resource },
    own(),
  )
  return String(Reflect.get(Object(json), 'access_token'))
}

/** The same token, with one claim changed and the signature as it was. */
function changed(token: string, claims: object): string {
  const [header, , signature] = token.split('.')
  const payload = Buffer.from(JSON.stringify({ ...decodeJwt(token), ...claims })).toString('base64url')
  return `${header}.${payload}.${signature}`
}

async function modulusLengths(): Promise<number[]> {
  const { json } = await ask(sandbox.facts.jwks_uri)
  const keys: { n: string }[] = Reflect.get(Object(json), 'keys')
  return keys.map(({ n }) => Buffer.from(n, 'base64url').length * 8)
}

describe('the sandbox without switches', () => {
  test('issues tokens of ten minutes for its audience, signed by a key of 2048 bits', async () => {
    const token = await tokenOf(sandbox.facts, 'jwt')
    const { exp = 0, iat = 0, aud } = decodeJwt(token)
    expect({ lifetime: exp - iat, aud }).toEqual({ lifetime: 600, aud: sandbox.facts.resource })
    expect(await modulusLengths()).toEqual([2048])
  })

  test('has tokens for another API, which neither orders nor ledger accept', async () => {
    const token = await tokenFor('urn:sandbox:reports')
    expect(decodeJwt(token).aud).toBe('urn:sandbox:reports')
    for (const path of ['orders', 'ledger']) {
      expect(await call(token, path)).toMatchObject({ status: 401, json: { error: 'invalid_token' } })
    }
    expect((await introspect(token)).json).toMatchObject({ active: true, aud: 'urn:sandbox:reports' })
  })

  test.each([{ scope: 'api:read api:write admin' }, { sub: 'somebody-else' }])(
    'refuses a token whose claims were changed to %o',
    async (claims) => {
      const token = changed(await tokenOf(sandbox.facts, 'jwt'), claims)
      for (const path of ['orders', 'ledger']) expect((await call(token, path)).status).toBe(401)
    },
  )
})

describe('wrong credentials', () => {
  beforeEach(async () => {
    await sandbox.close()
    sandbox = await startSandbox()
  })

  const wrong = (client_id: string, url = sandbox.facts.token_endpoint): Promise<Answer> =>
    post(url, { grant_type: 'client_credentials', token: 'x' }, basic({ client_id, client_secret: 'wrong' }))

  async function statuses(client_id: string, times: number): Promise<number[]> {
    const found: number[] = []
    for (let index = 0; index < times; index += 1) found.push((await wrong(client_id)).status)
    return found
  }

  const ten = Array.from({ length: 10 }, () => 401)

  test.each(['sandbox-jwt', 'nobody'])(
    'of %s get 429 with Retry-After from the eleventh in a minute on',
    async (client_id) => {
      expect(await statuses(client_id, 12)).toEqual([...ten, 429, 429])
      const limited = await wrong(client_id)
      expect(limited.json).toMatchObject({ error: 'too_many_requests' })
      expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(limited.headers.get('www-authenticate')).toBe(null)
    },
  )

  test('count in the body as in the header, at each endpoint, and over TLS', async () => {
    const form = { grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'wrong', token: 'x' }
    const { facts } = sandbox
    expect(await statuses('nobody', 9)).toEqual(ten.slice(1))
    expect((await post(facts.token_endpoint, form)).status).toBe(401)
    expect((await post(facts.token_endpoint, form)).status).toBe(429)
    expect((await wrong('nobody', facts.introspection_endpoint)).status).toBe(429)
    expect((await wrong('nobody', facts.revocation_endpoint)).status).toBe(429)
    const overTls = await send(facts.mtls_endpoint_aliases.token_endpoint, { parameters: form, ca: facts.ca })
    expect(overTls.status).toBe(429)
  })

  test('of one client leave another one, and its own right ones, served', async () => {
    await statuses('sandbox-jwt', 12)
    expect((await wrong('sandbox-opaque')).status).toBe(401)
    expect((await call(await tokenOf(sandbox.facts, 'jwt'))).status).toBe(200)
  })

  test('are never slowed down with no_rate_limit', async () => {
    sandbox.change(['no_rate_limit'])
    expect(await statuses('nobody', 25)).toEqual(Array.from({ length: 25 }, () => 401))
  })
})

test('long_lifetime: tokens live for seven days, whether they are JWTs or opaque', async () => {
  sandbox.change(['long_lifetime'])
  const { exp = 0, iat = 0 } = decodeJwt(await tokenOf(sandbox.facts, 'jwt'))
  expect(exp - iat).toBe(604_800)
  const opaque = await introspect(await tokenOf(sandbox.facts, 'opaque'))
  const { exp: ends, iat: begins } = Object(opaque.json)
  expect(ends - begins).toBe(604_800)
})

describe('no_audience', () => {
  test('JWTs have no aud, verify, and serve at orders and ledger', async () => {
    sandbox.change(['no_audience'])
    const token = await tokenOf(sandbox.facts, 'jwt')
    expect(decodeJwt(token)).not.toHaveProperty('aud')
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' })
    for (const path of ['orders', 'ledger']) expect((await call(token, path)).status).toBe(200)
    const { json } = await introspect(token)
    expect(json).toMatchObject({ active: true })
    expect(json).not.toHaveProperty('aud')
  })

  test('a token for another audience is refused still', async () => {
    const token = await tokenFor('urn:sandbox:reports')
    sandbox.change(['no_audience'])
    expect((await call(token)).status).toBe(401)
  })

  test('the tokens are refused once it is switched off', async () => {
    sandbox.change(['no_audience'])
    const token = await tokenOf(sandbox.facts, 'jwt')
    sandbox.change([])
    expect((await call(token)).status).toBe(401)
  })

  test('what is no token is refused as before', async () => {
    sandbox.change(['no_audience', 'wrong_audience_accepted'])
    for (const text of ['a.b.c', '..', 'e30.e30.', 'e30.W10.AAAA'])
      expect(await call(text)).toMatchObject({ status: 401 })
  })
})

describe('weak_key', () => {
  test('a published key of 1024 bits signs, and orders, ledger and introspection accept it', async () => {
    sandbox.change(['weak_key'])
    expect(await modulusLengths()).toEqual([2048, 1024])
    const { json } = await ask(sandbox.facts.jwks_uri)
    const keys: object[] = Reflect.get(Object(json), 'keys')
    const token = await tokenOf(sandbox.facts, 'jwt')
    const { kid } = decodeProtectedHeader(token)
    expect(keys[1]).toEqual({ kty: 'RSA', e: 'AQAB', n: expect.any(String), kid, alg: 'RS256', use: 'sig' })
    for (const path of ['orders', 'ledger']) expect((await call(token, path)).status).toBe(200)
    expect((await introspect(token)).json).toMatchObject({ active: true, aud: sandbox.facts.resource })
    await revoke(token)
    expect((await introspect(token)).json).toEqual({ active: false })
  })

  test('a token that was changed is refused all the same', async () => {
    sandbox.change(['weak_key'])
    const token = changed(await tokenOf(sandbox.facts, 'jwt'), { scope: 'api:read admin' })
    for (const path of ['orders', 'ledger']) expect((await call(token, path)).status).toBe(401)
  })

  test('with no_audience as well, it signs tokens without aud', async () => {
    sandbox.change(['weak_key', 'no_audience'])
    const token = await tokenOf(sandbox.facts, 'jwt')
    expect(decodeJwt(token)).not.toHaveProperty('aud')
    expect((await call(token)).status).toBe(200)
  })
})

describe('http', () => {
  const origins = () => [new URL(sandbox.facts.mtls_endpoint_aliases.token_endpoint).origin, sandbox.facts.mtlsApi]
  const plain = (origin: string, path: string) => {
    const { host } = new URL(origin)
    return rawGet(`http://${host}`, path, host)
  }

  test('the TLS ports answer plain HTTP as well, and TLS with client certificates as before', async () => {
    sandbox.change(['http'])
    const [server = '', api = ''] = origins()
    expect((await plain(server, '/nothing')).status).toBe(404)
    expect((await plain(api, '/api/orders')).status).toBe(401)
    const { mtls_endpoint_aliases, ca, clientCertificate } = sandbox.facts
    const parameters = { grant_type: 'client_credentials', client_id: 'sandbox-tls' }
    const url = mtls_endpoint_aliases.token_endpoint
    expect((await send(url, { parameters, ca, identity: clientCertificate })).status).toBe(200)
    expect((await send(url, { parameters, ca })).status).toBe(401)
    expect((await send(url.replace('https:', 'http:'), { parameters })).status).toBe(401)
  })

  test('another Host header is refused over plain HTTP too', async () => {
    sandbox.change(['http'])
    for (const origin of origins()) expect((await rawGet(origin, '/token', 'evil.example')).status).toBe(421)
  })

  test('a connection that says nothing does not keep the sandbox from closing', async () => {
    const other = await startSandbox()
    other.change(['http'])
    const socket = connect(Number(new URL(other.facts.mtlsApi).port), '127.0.0.1')
    const closed = new Promise((resolve) => socket.on('close', resolve))
    await new Promise((resolve) => socket.once('connect', resolve))
    await other.close()
    await expect(closed).resolves.toBe(false)
  })
})

describe('open_introspection', () => {
  test.each([
    ['nobody', {}],
    ['a client that does not exist', basic({ client_id: 'nobody', client_secret: 'x' })],
    ['the holder of another token', bearer('x')],
  ])('%s is answered', async (_, headers) => {
    sandbox.change(['open_introspection'])
    for (const kind of ['jwt', 'opaque'] as const) {
      const token = await tokenOf(sandbox.facts, kind)
      expect(await introspect(token, headers)).toMatchObject({ status: 200, json: { active: true } })
    }
    expect((await introspect('x', headers)).json).toEqual({ active: false })
  })

  test('a JSON body is understood, and a request without a token is refused', async () => {
    sandbox.change(['open_introspection'])
    const token = await tokenOf(sandbox.facts, 'jwt')
    const headers = { 'content-type': 'application/json' }
    const asked = (body: string) => ask(sandbox.facts.introspection_endpoint, { method: 'POST', headers, body })
    expect((await asked(JSON.stringify({ token }))).json).toMatchObject({ active: true })
    expect((await asked('{')).status).toBe(400)
  })

  test('strangers cannot revoke', async () => {
    sandbox.change(['open_introspection'])
    const token = await tokenOf(sandbox.facts, 'jwt')
    expect((await post(sandbox.facts.revocation_endpoint, { token })).status).toBe(400)
    expect((await introspect(token)).json).toMatchObject({ active: true })
  })
})

test.each(['jwt', 'opaque'] as const)('revocation_without_effect: 200, and a %s token works on', async (kind) => {
  sandbox.change(['revocation_without_effect'])
  const headers = basic(client(sandbox.facts, kind))
  const token = await tokenOf(sandbox.facts, kind)
  expect(await post(sandbox.facts.revocation_endpoint, { token }, headers)).toMatchObject({ status: 200, text: '' })
  expect((await introspect(token, headers)).json).toMatchObject({ active: true })
  expect((await call(token, 'ledger')).status).toBe(200)
  sandbox.change([])
  await post(sandbox.facts.revocation_endpoint, { token }, headers)
  expect((await introspect(token, headers)).json).toEqual({ active: false })
})

test('wrong_audience_accepted: orders and ledger take the tokens of another API', async () => {
  const token = await tokenFor('urn:sandbox:reports')
  sandbox.change(['wrong_audience_accepted'])
  for (const path of ['orders', 'ledger']) expect((await call(token, path)).status).toBe(200)
})

test('signature_not_checked: orders take a token that was changed, and still no expired or garbled one', async () => {
  const token = await tokenOf(sandbox.facts, 'jwt')
  sandbox.change(['signature_not_checked'])
  const [header, payload] = token.split('.')
  for (const forged of [changed(token, { sub: 'somebody-else' }), `${header}.${payload}.AAAA`]) {
    expect((await call(forged)).status).toBe(200)
  }
  expect((await call(changed(token, { exp: 1 }))).status).toBe(401)
  expect((await call(changed(token, { aud: 'urn:sandbox:reports' }))).status).toBe(401)
  for (const text of ['a.b.c', '..', 'e30.W10.AAAA']) expect(await call(text)).toMatchObject({ status: 401 })
})

test('scopes_not_checked: a token without the scope is accepted', async () => {
  const token = await tokenOf(sandbox.facts, 'jwt', 'api:write')
  expect((await call(token)).status).toBe(403)
  sandbox.change(['scopes_not_checked'])
  for (const path of ['orders', 'ledger']) expect((await call(token, path)).status).toBe(200)
})
