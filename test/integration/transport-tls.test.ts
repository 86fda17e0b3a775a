import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { X509Certificate } from 'node:crypto'
import { type Authority, type Identity, makeAuthority, type Wish } from './transport-authority.ts'
import { closing, get, options, over, post } from './transport-requests.ts'
import { answering, listen, secureServer } from './transport-servers.ts'
import { failureText } from '../../electron/wording/failures.ts'

const { keep, newTransport } = closing()
const local = 'IP:127.0.0.1'

let authority: Authority
beforeAll(async () => {
  authority = await makeAuthority()
})
afterAll(() => authority.remove())

const trusting = () => over({ ca: [authority.ca] })
const fingerprint = ({ cert }: Identity) => new X509Certificate(cert).fingerprint256

/** A server whose certificate differs in this from one that is sound. */
const started = async (wish: Wish = {}, san: string | null = local) =>
  keep(await secureServer({ ...(await authority.issue(san, wish)), ...old }))

/** Without it the server of a test would refuse its own weak key. */
const old = { ciphers: 'DEFAULT@SECLEVEL=0' }

describe('a certificate', () => {
  it('N2: TLS expired, wrong host, self-signed, unknown CA: names the fault and shows the chain', async () => {
    const stranger = await makeAuthority('Stranger')
    keep({ close: stranger.remove })
    const faults = [
      ['tls_expired', 'CERT_HAS_EXPIRED', await authority.issue(local, { from: -9, until: -2 })],
      ['tls_wrong_host', 'ERR_TLS_CERT_ALTNAME_INVALID', await authority.issue('DNS:other.example')],
      ['tls_self_signed', 'DEPTH_ZERO_SELF_SIGNED_CERT', await authority.selfSigned()],
      ['tls_unknown_ca', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', await stranger.issue(local)],
    ] as const
    for (const [code, problem, identity] of faults) {
      const server = keep(await secureServer(identity))
      const { failure, tls, response, timings } = await newTransport()(post(server.url), trusting())
      expect(failure).toMatchObject({ code, nodeCode: problem, phase: 'tls', host: '127.0.0.1', port: server.port })
      expect(tls).toMatchObject({ trusted: false, accepted: false, problem })
      expect(tls?.chain[0]?.fingerprint256).toBe(fingerprint(identity))
      expect(tls?.chain[0]?.problems).toEqual(code === 'tls_expired' ? ['expired'] : [])
      expect([response, timings.send, server.requests()]).toEqual([null, null, 0])
    }
  })

  it('that is not valid yet is refused', async () => {
    const server = await started({ from: 2, until: 9 })
    const { failure, tls } = await newTransport()(post(server.url), trusting())
    expect(failure).toMatchObject({ code: 'tls_not_yet_valid', nodeCode: 'CERT_NOT_YET_VALID', phase: 'tls' })
    expect(tls?.chain[0]?.problems).toEqual(['not_yet_valid'])
    expect(server.requests()).toBe(0)
  })

  it('whose intermediate is missing is refused, and trusted when it is sent', async () => {
    const intermediate = await authority.intermediate()
    const identity = await intermediate.issue(local)
    const missing = keep(await secureServer(identity))
    const sent = keep(await secureServer({ ...identity, cert: identity.cert + intermediate.ca }))
    const transport = newTransport()
    const first = await transport(get(missing.url), trusting())
    const second = await transport(get(sent.url), trusting())
    expect(first.failure).toMatchObject({ code: 'tls_unknown_ca', nodeCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
    expect(first.tls?.chain).toHaveLength(1)
    expect(missing.requests()).toBe(0)
    expect(second.failure).toBeNull()
    expect(second.tls?.chain.map(({ fingerprint256 }) => fingerprint256)).toEqual(
      [identity, { key: '', cert: intermediate.ca }, { key: '', cert: authority.ca }].map(fingerprint),
    )
  })

  it('for clients only is refused', async () => {
    const server = await started({ usage: 'clientAuth' })
    const { failure } = await newTransport()(post(server.url), trusting())
    expect(failure).toMatchObject({ code: 'tls_other', nodeCode: 'INVALID_PURPOSE', phase: 'tls' })
    expect(server.requests()).toBe(0)
  })

  it('with an RSA key of 1024 bits is called weak', async () => {
    const { tls } = await newTransport()(get((await started({ key: 'rsa 1024' })).url), trusting())
    expect(tls?.chain[0]).toMatchObject({ publicKey: 'RSA 1024', problems: ['weak_key'] })
  })

  it('signed with SHA-1 is refused and called weak', async () => {
    const server = await started({ digest: 'sha1' })
    const { failure, tls } = await newTransport()(post(server.url), trusting())
    expect(failure).toMatchObject({ code: 'tls_other', phase: 'tls' })
    expect(tls?.chain[0]).toMatchObject({ publicKey: 'EC P-256', problems: ['weak_signature'] })
    expect(server.requests()).toBe(0)
  })

  it('without subjectAltName is called so', async () => {
    const { tls } = await newTransport()(get((await started({}, null)).url), trusting())
    expect(tls?.chain[0]).toMatchObject({ subjectAltName: null, problems: ['no_subject_alt_name'] })
  })

  it('that is sound has no problem, nor has its authority', async () => {
    const { tls } = await newTransport()(get((await started({ key: 'rsa 2048', usage: 'serverAuth' })).url), trusting())
    expect(tls?.chain.map(({ publicKey, problems }) => [publicKey, problems])).toEqual([
      ['RSA 2048', []],
      ['EC P-256', []],
    ])
  })
})

describe('an accepted fingerprint', () => {
  it('accepts exactly that certificate, which stays untrusted', async () => {
    const [self, other] = [await authority.selfSigned(), await authority.issue('DNS:other.example')]
    const [server, another] = [keep(await secureServer(self)), keep(await secureServer(other))]
    const transport = newTransport()
    const network = over({ ca: [authority.ca], acceptedCertificate: fingerprint(self) })
    const accepted = await transport(get(server.url), network)
    const refused = await transport(post(another.url), network)
    expect(accepted.failure).toBeNull()
    expect(accepted.tls).toMatchObject({ trusted: false, accepted: true, problem: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    expect(refused.failure).toMatchObject({ code: 'tls_wrong_host' })
    expect(refused.tls).toMatchObject({ trusted: false, accepted: false })
    expect(another.requests()).toBe(0)
  })

  it('is not said to be needed by what is trusted', async () => {
    const identity = await authority.issue(local)
    const server = keep(await secureServer(identity))
    const network = over({ ca: [authority.ca], acceptedCertificate: fingerprint(identity) })
    const { tls } = await newTransport()(get(server.url), network)
    expect(tls).toMatchObject({ trusted: true, accepted: false, problem: null })
  })

  it('and an own authority hold for their network only', async () => {
    const identity = await authority.issue(local)
    const server = keep(await secureServer(identity))
    const transport = newTransport()
    const results = []
    for (const network of [
      { ca: [authority.ca] },
      {},
      { acceptedCertificate: fingerprint(identity) },
      { acceptedCertificate: fingerprint(await authority.issue(local)) },
      { ca: [authority.ca] },
    ])
      results.push((await transport(get(server.url), over(network))).failure?.code ?? null)
    expect(results).toEqual([null, 'tls_unknown_ca', null, 'tls_unknown_ca', null])
    expect([server.requests(), server.connections()]).toEqual([3, 4])
  })
})

describe('a handshake', () => {
  it('with a server whose newest version is TLS 1.1 is refused', async () => {
    const versions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const
    const server = keep(await secureServer({ ...(await authority.issue(local)), ...versions, ...old }))
    const { failure } = await newTransport()(get(server.url), trusting())
    expect(failure).toMatchObject({ code: 'tls_other', phase: 'tls' })
  })

  it('without a common cipher is not taken for one without a client certificate', async () => {
    const other = { ciphers: 'ECDHE-RSA-AES128-GCM-SHA256', maxVersion: 'TLSv1.2' } as const
    const { url } = keep(await secureServer({ ...(await authority.issue(local)), ...other }))
    const { failure } = await newTransport()(get(url), over({ ca: [authority.ca] }))
    expect(failure).toMatchObject({ code: 'tls_other', phase: 'tls' })
    expect(failure?.evidence['words']).toContain('handshake failure')
  })

  it.each(['', 'garbage', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'is not disturbed by an authority that is no certificate (%j)',
    async (ca) => {
      const { url } = keep(await secureServer(await authority.issue(local)))
      expect((await newTransport()(get(url), over({ ca: [ca, authority.ca] }))).failure).toBeNull()
      expect((await newTransport()(get(url), over({ ca: [ca] }))).failure?.code).toBe('tls_unknown_ca')
    },
  )

  it('with what does not speak TLS says so', async () => {
    const { port } = keep(await answering('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const { failure } = await newTransport()(get(`https://127.0.0.1:${port}/`), options())
    expect(failure).toMatchObject({ code: 'tls_other', phase: 'tls' })
    expect(failure === null ? '' : failureText(failure).title).toBe('Not TLS')
  })

  it('in which the server hangs up is a reset', async () => {
    const { port } = keep(await listen((socket) => socket.once('data', () => socket.destroy())))
    const { failure } = await newTransport()(get(`https://127.0.0.1:${port}/`), options())
    expect(failure).toMatchObject({ code: 'reset', phase: 'tls' })
  })

  it('that is trusted tells its facts, also when the connection is reused', async () => {
    const server = await started({}, 'IP:127.0.0.1,DNS:localhost')
    const transport = newTransport()
    const url = `https://localhost:${server.port}/`
    const [first, second] = [await transport(get(url), trusting()), await transport(get(url), trusting())]
    expect(first.failure).toBeNull()
    expect(first.tls).toMatchObject({ protocol: 'TLSv1.3', alpn: 'http/1.1', trusted: true, problem: null })
    expect(first.tls?.chain.map(({ issuer }) => issuer)).toEqual(['CN=Test CA', 'CN=Test CA'])
    expect(first.tls?.chain[0]?.subjectAltName).toBe('IP Address:127.0.0.1, DNS:localhost')
    expect(first.connection).toMatchObject({ reused: false, remotePort: server.port, proxy: null })
    expect(first.timings.dns).toBeTypeOf('number')
    expect(first.timings.tls).toBeTypeOf('number')
    expect(second.connection).toEqual({ ...first.connection, reused: true })
    expect(second.tls).toEqual(first.tls)
    expect(second.timings).toMatchObject({ dns: null, connect: null, proxy: null, tls: null })
  })
})
