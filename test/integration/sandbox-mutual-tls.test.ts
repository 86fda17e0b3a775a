import { X509Certificate } from 'node:crypto'
import { Agent, request } from 'node:https'
import { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SandboxFacts } from '../../electron/contract/sandbox.ts'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start.ts'
import { bearer, rawGet } from './sandbox-client.ts'
import { send, type Identity, type Received } from './sandbox-https.ts'
import { accessToken, post, way } from './sandbox-ways.ts'

let sandbox: Sandbox
let stranger: Sandbox
beforeAll(async () => {
  ;[sandbox, stranger] = await Promise.all([startSandbox(), startSandbox()])
})
afterAll(() => Promise.all([sandbox.close(), stranger.close()]))

const grant = { grant_type: 'client_credentials' }
const refused = { status: 401, json: { error: 'invalid_client' } }

/** The token endpoint over TLS, asked by `client_id` with this certificate. */
const ask = (client_id: string, identity: Identity | null): Promise<Received> =>
  send(sandbox.facts.mtls_endpoint_aliases.token_endpoint, {
    parameters: { ...grant, client_id },
    ca: sandbox.facts.ca,
    identity,
  })

describe.each([
  ['sandbox-tls', ({ selfSignedCertificate }: SandboxFacts) => selfSignedCertificate],
  ['sandbox-self-signed-tls', ({ clientCertificate }: SandboxFacts) => clientCertificate],
] as const)('%s', (client_id, wrong) => {
  test('is refused without a certificate, over TLS and over plain HTTP', async () => {
    expect(await ask(client_id, null)).toMatchObject(refused)
    expect(await send(sandbox.facts.token_endpoint, { parameters: { ...grant, client_id } })).toMatchObject(refused)
  })

  test('is refused with the certificate of another client', async () => {
    expect(await ask(client_id, wrong(sandbox.facts))).toMatchObject(refused)
  })

  test('is refused with a certificate of the same name that another authority issued', async () => {
    expect(await ask(client_id, stranger.facts.clientCertificate)).toMatchObject(refused)
    expect(await ask(client_id, stranger.facts.selfSignedCertificate)).toMatchObject(refused)
  })

  test('cannot introspect or revoke without its certificate', async () => {
    const { introspection_endpoint, revocation_endpoint } = sandbox.facts.mtls_endpoint_aliases
    for (const url of [introspection_endpoint, revocation_endpoint]) {
      const answer = await send(url, { parameters: { client_id, token: 'x' }, ca: sandbox.facts.ca })
      expect(answer).toMatchObject(refused)
    }
  })
})

describe.each(['tls_client_auth', 'self_signed_tls_client_auth'] as const)('a token got by %s', (name) => {
  const own = () => way(sandbox.facts, name)
  const identity = () =>
    name === 'tls_client_auth' ? sandbox.facts.clientCertificate : sandbox.facts.selfSignedCertificate
  const other = () =>
    name === 'tls_client_auth' ? sandbox.facts.selfSignedCertificate : sandbox.facts.clientCertificate
  const call = (kind: 'jwt' | 'opaque', token: string, presented: Identity | null, api = sandbox.facts.mtlsApi) =>
    send(`${api}/api/${kind === 'jwt' ? 'orders' : 'ledger'}`, {
      headers: bearer(token),
      ca: sandbox.facts.ca,
      identity: presented,
    })

  describe.each(['jwt', 'opaque'] as const)('that is %s', (kind) => {
    test('is refused over plain HTTP, and the challenge says why', async () => {
      const token = await accessToken(sandbox.facts, own(), kind)
      const answer = await call(kind, token, null, sandbox.facts.api)
      expect(answer.status).toBe(401)
      expect(answer.headers['www-authenticate']).toMatch(
        /^Bearer .*error="invalid_token".*client certificate.*plain HTTP/,
      )
    })

    test('is refused without a certificate, and the challenge says why', async () => {
      const answer = await call(kind, await accessToken(sandbox.facts, own(), kind), null)
      expect(answer.status).toBe(401)
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer .*error="invalid_token".*without one/)
    })

    test('is refused with another certificate, and the challenge says why', async () => {
      const answer = await call(kind, await accessToken(sandbox.facts, own(), kind), other())
      expect(answer.status).toBe(401)
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer .*error="invalid_token".*another client certificate/)
    })

    test('is accepted with the certificate', async () => {
      expect((await call(kind, await accessToken(sandbox.facts, own(), kind), identity())).status).toBe(200)
    })

    test('shows the thumbprint of the certificate at introspection', async () => {
      const token = await accessToken(sandbox.facts, own(), kind)
      const { json } = await post(sandbox.facts, 'introspection_endpoint', await own().prove(), { token })
      const { fingerprint256 } = new X509Certificate(identity().certificate)
      const thumbprint = Buffer.from(fingerprint256.replaceAll(':', ''), 'hex').toString('base64url')
      expect(json).toMatchObject({ active: true, token_type: 'Bearer', cnf: { 'x5t#S256': thumbprint } })
    })
  })
})

describe('the TLS listeners of the sandbox', () => {
  const origins = () => [new URL(sandbox.facts.mtls_endpoint_aliases.token_endpoint).origin, sandbox.facts.mtlsApi]

  test('prove who they are by a certificate of the authority of this run, and of no other', async () => {
    for (const origin of origins()) {
      await expect(send(origin, { ca: stranger.facts.ca })).rejects.toThrow(/unable to verify|certificate/i)
      const port = new URL(origin).port
      expect((await send(`https://127.0.0.1:${port}/`, { ca: sandbox.facts.ca })).status).toBe(404)
    }
  })

  test('refuse another Host header, and so localhost, though the certificate names it', async () => {
    for (const origin of origins()) {
      for (const host of ['evil.example', `localhost:${new URL(origin).port}`, '127.0.0.1']) {
        const answer = await send(`${origin}/token`, { ca: sandbox.facts.ca, headers: { host } })
        expect(answer).toMatchObject({ status: 421, json: { error: 'misdirected_request' } })
      }
    }
  })

  test('answer the aliased endpoints and the API, and nothing else', async () => {
    const [authorizationServer = '', api = ''] = origins()
    for (const path of ['/jwks', '/.well-known/openid-configuration', '/auth', '/token/']) {
      expect((await send(authorizationServer + path, { ca: sandbox.facts.ca })).status).toBe(404)
    }
    expect((await send(`${api}/token`, { ca: sandbox.facts.ca })).status).toBe(404)
  })

  test('speak TLS 1.2 and 1.3, and nothing older', async () => {
    for (const origin of origins()) {
      for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
        expect((await send(origin, { ca: sandbox.facts.ca, version })).status).toBe(404)
      }
      await expect(send(origin, { ca: sandbox.facts.ca, version: 'TLSv1.1' })).rejects.toThrow(/protocol/i)
    }
  })

  test('are not to be spoken to in plain HTTP', async () => {
    for (const origin of origins()) {
      const { host } = new URL(origin)
      await expect(rawGet(`http://${host}`, '/', host)).rejects.toThrow('socket hang up')
    }
  })

  test('know the certificate again when a client resumes its TLS session', async () => {
    const { facts } = sandbox
    const agent = new Agent({
      ca: facts.ca,
      cert: facts.clientCertificate.certificate,
      key: facts.clientCertificate.key,
    })
    const reused: boolean[] = []
    const headers = bearer(await accessToken(facts, way(facts, 'tls_client_auth')))
    const call = (): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const sent = request(`${facts.mtlsApi}/api/ledger`, { agent, headers }, (response) => {
          if (response.socket instanceof TLSSocket) reused.push(response.socket.isSessionReused())
          response.resume().on('end', () => resolve(response.statusCode))
        })
        sent.on('error', reject)
        sent.end()
      })
    expect([await call(), await call()]).toEqual([200, 200])
    expect(reused).toEqual([false, true])
  })

  test('serve clients of other methods, and tokens that are not bound, as the plain ones do', async () => {
    const { facts } = sandbox
    const proof = await way(facts, 'client_secret_basic').prove()
    const answer = await send(facts.mtls_endpoint_aliases.token_endpoint, {
      parameters: { ...grant, scope: 'api:read' },
      headers: proof.headers ?? {},
      ca: facts.ca,
    })
    expect(answer).toMatchObject({ status: 200, json: { token_type: 'Bearer' } })
    const token = await accessToken(facts, way(facts, 'client_secret_basic'))
    expect((await send(`${facts.mtlsApi}/api/orders`, { headers: bearer(token), ca: facts.ca })).status).toBe(200)
  })

  test('keep the certificate when the introspection request is a JSON body, as cidaas takes it', async () => {
    const { facts } = sandbox
    const token = await accessToken(facts, way(facts, 'tls_client_auth'))
    const introspect = (identity: Identity | null): Promise<Received> =>
      send(facts.mtls_endpoint_aliases.introspection_endpoint, {
        json: { token, client_id: 'sandbox-tls' },
        ca: facts.ca,
        identity,
      })
    expect(await introspect(null)).toMatchObject(refused)
    expect((await introspect(facts.clientCertificate)).json).toMatchObject({ active: true, client_id: 'sandbox-tls' })
  })
})

test('a client that presents a certificate without being bound to one gets a token that is not bound', async () => {
  const { facts } = sandbox
  const parameters = { ...grant, client_id: 'sandbox-public' }
  const { json } = await send(facts.mtls_endpoint_aliases.token_endpoint, {
    parameters,
    ca: facts.ca,
    identity: facts.clientCertificate,
  })
  expect(json).toMatchObject({ token_type: 'Bearer' })
  const token = String(Reflect.get(Object(json), 'access_token'))
  const answer = await post(facts, 'introspection_endpoint', await way(facts, 'none').prove(), { token })
  expect(answer.json).toMatchObject({ active: true })
  expect(answer.json).not.toHaveProperty('cnf')
})
