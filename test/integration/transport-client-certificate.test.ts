import { X509Certificate } from 'node:crypto'
import type { ServerOptions } from 'node:https'
import { createServer } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClientCertificate, Network } from '../../electron/core/http/transcript.ts'
import { type Authority, type Identity, makeAuthority } from './transport-authority.ts'
import { connectProxy, proxyAt } from './transport-proxies.ts'
import { closing, get, over, post, text, through } from './transport-requests.ts'
import { open, secureServer } from './transport-servers.ts'
import { openssl } from './transport-openssl.ts'
import { sentenceOf } from './failure-sentence.ts'

const { keep, newTransport } = closing()
const local = 'IP:127.0.0.1'
const versions = ['TLSv1.2', 'TLSv1.3'] as const
type Version = (typeof versions)[number]

let authority: Authority
let stranger: Authority
let server: Identity
let clients: Record<'EC' | 'RSA' | 'with a chain', ClientCertificate>
let strange: ClientCertificate

beforeAll(async () => {
  authority = await makeAuthority()
  stranger = await makeAuthority('Stranger')
  server = await authority.issue(local)
  const intermediate = await authority.intermediate()
  const below = await intermediate.issue('DNS:client', { usage: 'clientAuth' })
  clients = {
    EC: presentable(await authority.issue('DNS:client', { usage: 'clientAuth' })),
    RSA: presentable(await authority.issue('DNS:client', { key: 'rsa 2048', usage: 'clientAuth' })),
    'with a chain': presentable({ ...below, cert: below.cert + intermediate.ca }),
  }
  strange = presentable(await stranger.issue('DNS:client', { usage: 'clientAuth' }))
})
afterAll(() => Promise.all([authority.remove(), stranger.remove()]))

function presentable({ cert, key }: Identity): ClientCertificate {
  const { subject, fingerprint256 } = new X509Certificate(cert)
  return { cert, key, subject: subject.replaceAll('\n', ', '), fingerprint256 }
}

const wanting = (version: Version, more: ServerOptions = {}): ServerOptions => ({
  ...server,
  ca: [authority.ca],
  requestCert: true,
  minVersion: version,
  maxVersion: version,
  ...more,
})

const presenting = (clientCertificate: ClientCertificate | null, more: Partial<Network> = {}) =>
  over({ ca: [authority.ca], clientCertificate, ...more })

const facts = ({ subject, fingerprint256 }: ClientCertificate) => ({ subject, fingerprint256 })

describe.each(versions)('a server that requires a client certificate over %s', (version) => {
  it('refuses when there is none', async () => {
    const { url, port, requests, close } = await secureServer(wanting(version))
    keep({ close })
    // What reports it varies with the moment: alert or reset.
    for (let round = 0; round < 5; round += 1) {
      const { failure, response } = await newTransport()(post(url), presenting(null))
      expect(failure).toMatchObject({ code: 'tls_client_certificate', host: '127.0.0.1', port })
      expect(response).toBeNull()
    }
    expect(requests()).toBe(0)
  })

  it('refuses one of another authority', async () => {
    const { url, requests, close } = await secureServer(wanting(version))
    keep({ close })
    for (let round = 0; round < 5; round += 1) {
      const { failure, response } = await newTransport()(post(url), presenting(strange))
      expect(failure?.code).toBe('tls_client_certificate')
      expect(sentenceOf(failure)).toContain('client certificate')
      expect(response).toBeNull()
    }
    expect(requests()).toBe(0)
  })

  it('refuses with the alert of OpenSSL', async () => {
    const own = keep(await openssl(server, authority.ca, version))
    for (const certificate of [null, strange]) {
      const { failure } = await newTransport()(post(own.url), presenting(certificate))
      expect(failure?.code).toBe('tls_client_certificate')
    }
  })

  it.each(['EC', 'RSA', 'with a chain'] as const)('is shown the right one, %s', async (kind) => {
    const { url, close } = await secureServer(wanting(version))
    keep({ close })
    const transport = newTransport()
    const first = await transport(get(url), presenting(clients[kind]))
    const second = await transport(get(url), presenting(clients[kind]))
    expect(first.failure).toBeNull()
    expect(first.tls).toMatchObject({ protocol: version, clientCertificate: facts(clients[kind]) })
    expect(second.connection?.reused).toBe(true)
    expect(second.tls).toEqual(first.tls)
  })

  it('is shown it through a proxy, which is not', async () => {
    const { port, url, close } = await secureServer(wanting(version))
    keep({ close })
    const proxy = keep(await connectProxy())
    const { failure, tls, connection } = await newTransport()(
      get(url),
      presenting(clients.EC, through(proxyAt('http', proxy.port))),
    )
    expect(failure).toBeNull()
    expect(tls?.clientCertificate).toEqual(facts(clients.EC))
    expect(connection?.proxy).toBe(`http://127.0.0.1:${proxy.port}`)
    expect(proxy.asked()).toEqual([`127.0.0.1:${port}`])
  })

  it('is shown it after it asked for another key exchange', async () => {
    const { url, close } = await secureServer(wanting(version, { ecdhCurve: 'secp521r1' }))
    keep({ close })
    const { failure, tls } = await newTransport()(get(url), presenting(clients.RSA))
    expect(failure).toBeNull()
    expect(tls?.clientCertificate).toEqual(facts(clients.RSA))
  })
})

describe.each(versions)('a server that does not ask over %s', (version) => {
  it.each([
    ['EC', 'X25519'],
    ['RSA', 'X25519'],
    ['with a chain', 'X25519'],
    ['EC', 'secp521r1'],
  ] as const)('is shown none, %s, key exchange %s', async (kind, ecdhCurve) => {
    const plain = await secureServer(wanting(version, { requestCert: false, ecdhCurve }))
    keep(plain)
    const { tls, failure } = await newTransport()(get(plain.url), presenting(clients[kind]))
    expect(failure).toBeNull()
    expect(tls).toMatchObject({ protocol: version, clientCertificate: null })
  })

  it('and hangs up is a reset, not about the certificate', async () => {
    const hangsUp = createServer(wanting(version, { requestCert: false }), (socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.destroy())
    })
    const { port, close } = await open(hangsUp)
    keep({ close })
    for (const certificate of [null, clients.EC]) {
      const { failure } = await newTransport()(post(`https://127.0.0.1:${port}/`), presenting(certificate))
      expect(failure).toMatchObject({ code: 'reset', phase: 'wait' })
    }
  })
})

describe('a server that asks and does not require', () => {
  it.each(versions)('is served without one over %s', async (version) => {
    const optional = keep(await secureServer(wanting(version, { rejectUnauthorized: false })))
    const { failure, tls, response } = await newTransport()(get(optional.url), presenting(null))
    expect(failure).toBeNull()
    expect(tls?.clientCertificate).toBeNull()
    expect(text(response?.body)).toBe('hello')
  })
  it('and hangs up much later has other reasons', async () => {
    const slow = createServer(wanting('TLSv1.3', { rejectUnauthorized: false }), (socket) => {
      socket.on('error', () => {})
      socket.once('data', () => setTimeout(() => socket.destroy(), 1200))
    })
    const { port, close } = await open(slow)
    keep({ close })
    const { failure } = await newTransport()(get(`https://127.0.0.1:${port}/`), presenting(clients.EC))
    expect(failure).toMatchObject({ code: 'reset', phase: 'wait' })
  })
})

it('a client certificate that cannot be read is a failure, not a crash', async () => {
  const indifferent = keep(await secureServer(server))
  const unreadable = { cert: 'garbage', key: 'garbage', subject: '', fingerprint256: '' }
  expect((await newTransport()(get(indifferent.url), presenting(unreadable))).failure?.phase).toBe('tls')
  expect(indifferent.requests()).toBe(0)
})
