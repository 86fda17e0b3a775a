import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { failureText } from '../../electron/wording/failures.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { TypedSecrets } from '../../electron/contract/secret.ts'
import { freePortsAfter } from '../support/free-ports.ts'
import { missingServer, type SharedServer, startShared } from '../support/shared-servers.ts'
import { because } from '../support/skipped.ts'
import { codesOf, context, openTestApi, type TestApi } from './test-api.ts'

const missing = missingServer('nginx-tls', 'nginx')

/** nginx before a token endpoint, with one listener for each fault of TLS. */
describe.skipIf(missing !== null)(`nginx${because(missing)}`, () => {
  let server: SharedServer
  let opened: TestApi
  let base: number

  beforeAll(async () => {
    base = await freePortsAfter(23)
    server = await startShared('nginx-tls', { BASE: String(base) })
  }, 180_000)
  afterAll(() => server?.stop(), 30_000)
  beforeEach(() => {
    opened = openTestApi(null)
  })
  afterEach(() => opened.close())

  const pki = (file: string) => path.join(server.folder, 'pki', file)
  const at = (listener: number, page = 'token') => `https://localhost:${base + listener}/static/${page}`
  const request = async (url: string, network: object = {}, secrets: TypedSecrets = { client_secret: 's' }) => {
    const environmentId = await opened.add(
      {
        token_endpoint: url,
        client_id: 'c',
        network: { ...newEnvironment.network, caFile: pki('ca.crt'), ...network },
      },
      secrets,
    )
    const outcome = await opened.api.requestToken({ environmentId }, context)
    const id = 'exchangeId' in outcome ? outcome.exchangeId : ''
    return { outcome, exchange: await opened.api.getExchange({ id }, context) }
  }
  const first = (outcome: object) =>
    'findings' in outcome && Array.isArray(outcome.findings) ? outcome.findings[0] : undefined
  const certificate = (file: string, key = '') => ({
    clientCertificate: { certificate: '', certificateFile: pki(file), keyFile: key === '' ? '' : pki(key) },
  })

  test.each([
    ['an expired certificate', 2, 'tls_expired', 'Certificate expired'],
    ['one that is not valid yet', 7, 'tls_not_yet_valid', 'Certificate not valid yet'],
    ['one for another host', 3, 'tls_wrong_host', 'Certificate is for another host'],
    ['a self-signed one', 4, 'tls_self_signed', 'Self-signed certificate'],
    ['an unknown authority', 13, 'tls_unknown_ca', 'Certificate from an unknown authority'],
    ['a missing intermediate', 8, 'tls_unknown_ca', 'Certificate from an unknown authority'],
    ['a certificate for clients', 16, 'tls_other', 'Certificate is not meant for servers'],
    ['a signature by SHA-1', 17, 'tls_other', 'Certificate too weak'],
    ['TLS 1.1 only', 12, 'tls_other', 'No TLS version in common'],
    ['plain http on the port', 23, 'tls_other', 'Not TLS'],
  ] as const)('%s is named, and nothing is sent', async (_name, listener, code, title) => {
    const { outcome, exchange } = await request(at(listener))
    if (outcome.kind !== 'unreachable') throw new Error(outcome.kind)
    expect(outcome.failure).toMatchObject({ code, phase: 'tls', host: 'localhost', port: base + listener })
    expect(failureText(outcome.failure).title).toBe(title)
    expect(exchange?.timings.send).toBeNull()
  })

  test.each([
    ['an EC key', 1, 'EC P-256'],
    ['an RSA key', 19, 'RSA 2048'],
    ['an intermediate that is sent', 9, 'EC P-256'],
    ['TLS 1.2 only', 10, 'EC P-256'],
    ['TLS 1.3 only', 11, 'EC P-256'],
  ] as const)(
    'a sound certificate with %s is trusted by the CA of the environment, and by it alone',
    async (_name, listener, publicKey) => {
      const { outcome, exchange } = await request(at(listener))
      expect(outcome.kind).toBe('issued')
      expect(exchange?.tls).toMatchObject({ trusted: true, problem: null })
      expect(exchange?.tls?.chain[0]).toMatchObject({ publicKey, problems: [] })
      const { outcome: refused } = await request(at(listener), { caFile: '' })
      expect(refused).toMatchObject({ kind: 'unreachable', failure: { code: 'tls_unknown_ca' } })
    },
  )

  const reviewed = async (listener: number) => {
    const { exchange } = await request(at(listener))
    const review = await opened.api.getReview({ environmentId: exchange?.environmentId ?? '' }, context)
    return review?.items.find(({ practice }) => practice === 'use_https')?.findings ?? []
  }

  test.each([
    ['an expired certificate', 2, 'certificate_not_trusted'],
    ['one that is not valid yet', 7, 'certificate_not_trusted'],
    ['one for another host', 3, 'certificate_not_trusted'],
    ['a self-signed one', 4, 'certificate_not_trusted'],
    ['a certificate for clients', 16, 'certificate_not_trusted'],
    ['a signature by SHA-1', 17, 'certificate_not_trusted'],
    ['an unknown authority', 13, 'certificate_authority_not_known'],
    ['a missing intermediate', 8, 'certificate_authority_not_known'],
    ['TLS 1.1 only', 12, 'tls_only_deprecated'],
  ] as const)('a review raises %s at listener %d as %s', async (_name, listener, code) => {
    const found = await reviewed(listener)
    const raised = found.filter(({ status }) => status === 'at_risk' || status === 'to_improve')
    expect(raised.map((finding) => finding.code)).toEqual([code])
  })

  test.each([1, 9, 10, 11, 19])('a review raises nothing of the sound listener %d', async (listener) => {
    const found = await reviewed(listener)
    expect(found.map(({ code }) => code)).toEqual([
      'endpoints_encrypted',
      'tls_modern',
      'certificate_trusted',
      'plain_http_not_probed',
    ])
  })

  test('plain http on the port says nothing of TLS', async () => {
    const found = await reviewed(23)
    expect(found.map(({ code }) => code)).toContain('tls_not_seen')
    expect(found.every(({ status }) => status === 'passed' || status === 'not_known')).toBe(true)
  })

  test.each([
    ['none', '', 'client_certificate_missing'],
    ['an expired one', 'client-expired', 'credential_expired'],
    ['one of another authority', 'client-rogue', 'client_certificate_refused'],
    ['a self-signed one', 'client-self', 'client_certificate_refused'],
  ] as const)(
    'a required client certificate that is answered with %s is known for what it is by a 400 web page',
    async (_name, name, code) => {
      const { outcome } = await request(at(5), name === '' ? {} : certificate(`${name}.crt`, `${name}.key`))
      expect(outcome).toMatchObject({ kind: 'nonconformant', status: 400 })
      expect(first(outcome)).toMatchObject({ code })
      expect(codesOf(outcome)).not.toContain('body_not_json')
    },
  )

  test.each([
    ['PEM', ['client.crt', 'client.key'], ''],
    ['PFX', ['client.p12'], 'changeit'],
    ['an encrypted key', ['client-rsa.crt', 'client-rsa.enc.key'], 'changeit'],
  ] as const)('the right client certificate, as %s, is presented', async (_name, [file, key], passphrase) => {
    const secrets = { client_secret: 's', client_certificate_passphrase: passphrase }
    for (const listener of [5, 6, 20]) {
      const { outcome, exchange } = await request(at(listener), certificate(file, key), secrets)
      expect(outcome.kind).toBe('issued')
      expect(exchange?.tls?.clientCertificate?.subject).toContain('CN=explorer-client')
    }
  })

  test('a key of another type than the certificate, with which Node presents nothing, is refused before anything is sent', async () => {
    const { outcome } = await request(at(5), certificate('client-rsa.crt', 'client.key'))
    const problems = [{ field: 'network.clientCertificate.keyFile' }]
    expect(outcome).toMatchObject({ kind: 'not_sent', problems })
  })

  test.each([
    ['301', '/static/token'],
    ['307', '/static/token'],
    ['308', '/static/token'],
    ['other-host', `https://localhost:`],
    ['to-http', 'http://127.0.0.1:'],
  ])('the redirect /static/%s is refused and its target shown', async (page, location) => {
    const { outcome } = await request(at(1, page))
    expect(outcome).toMatchObject({
      kind: 'nonconformant',
      findings: [{ code: 'redirect_refused', evidence: { location: expect.stringContaining(location) } }],
    })
  })

  test('502, 413 and 503 as web pages are reported by their status, and the wait that 503 asks for is shown', async () => {
    const causes = { 502: 'server_unavailable', 413: 'request_too_large', 503: 'server_unavailable' }
    for (const [status, code] of Object.entries(causes)) {
      const { outcome } = await request(at(1, status))
      expect(outcome).toMatchObject({ kind: 'nonconformant', status: Number(status) })
      expect(first(outcome)).toMatchObject({ code, evidence: { status } })
      expect(codesOf(outcome).includes('retry_after')).toBe(status === '503')
    }
  })

  test('a connection that is closed without an answer (444) is a reset, and the request is not sent again', async () => {
    const { outcome } = await request(at(1, '444'))
    expect(outcome).toMatchObject({ kind: 'unreachable', failure: { code: 'reset', phase: 'wait' } })
    expect(await opened.api.listExchanges({ environmentId: null, limit: 10 }, context)).toHaveLength(1)
  })

  test('a rate limit (429 as a web page) is named for what it is', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => request(at(1, '429'))))
    const limited = outcomes.filter(({ outcome }) => outcome.kind === 'nonconformant')
    expect(limited.length).toBeGreaterThan(0)
    for (const { outcome } of limited) {
      expect(first(outcome)).toMatchObject({ code: 'rate_limited', evidence: { status: '429' } })
    }
  })

  test('plain http to a TLS port says to use https', async () => {
    const { outcome } = await request(at(1).replace('https', 'http'))
    expect(codesOf(outcome)).toContain('https_expected')
  })
})
