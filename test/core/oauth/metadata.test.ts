import { expect, test } from 'vitest'
import { findingText } from '../../../electron/wording/findings.ts'
import { chooseMetadata, hasNoMetadata, judgeMetadata } from '../../../electron/core/oauth/metadata.ts'
import { answered, html } from './transcript.ts'

const issuer = 'https://as.example'
const request = { method: 'GET', url: `${issuer}/.well-known/openid-configuration`, headers: [], body: null }
const document = (members: object) =>
  judgeMetadata(answered(200, JSON.stringify({ issuer, ...members }), [], { request }), issuer)
const codes = ({ findings }: { findings: readonly { code: string }[] }) => findings.map(({ code }) => code)
const complete = {
  access_token_issuer: null,
  token_endpoint: `${issuer}/token`,
  introspection_endpoint: `${issuer}/introspect`,
  revocation_endpoint: `${issuer}/revoke`,
  jwks_uri: `${issuer}/jwks`,
}

test('A6: a metadata issuer that differs is refused, both are named', () => {
  const judged = judgeMetadata(answered(200, '{"issuer":"https://as.example/"}'), issuer)
  const evidence = { configured: issuer, published: 'https://as.example/' }
  expect(judged).toMatchObject({ kind: 'nonconformant', findings: [{ code: 'issuer_mismatch', evidence }] })
})

test('A6: an endpoint that is plain http is refused, it and the issuer are named', () => {
  const url = 'http://as.example/token'
  expect(document({ token_endpoint: url })).toMatchObject({
    kind: 'nonconformant',
    findings: [{ code: 'metadata_not_encrypted', evidence: { name: 'token_endpoint', url, issuer } }],
  })
})

test.each([
  ['javascript:alert(1)', 'not_http'],
  ['file:///etc/passwd', 'not_http'],
  ['nonsense', 'relative'],
  ['/oauth2/token', 'relative'],
])('A6: an endpoint that is no absolute http URL is refused for that, not for its encryption: %s', (url, is) => {
  const judged = document({ token_endpoint: url })
  expect(judged).toMatchObject({
    kind: 'nonconformant',
    findings: [{ code: 'metadata_endpoint_invalid', evidence: { name: 'token_endpoint', url, is, refused: 'yes' } }],
  })
  expect(hasNoMetadata(judged)).toBe(false)
})

test.each([
  ['{"token_endpoint":"https://as.example/token"}', 'missing'],
  ['{"issuer":""}', 'empty'],
  ['{"issuer":null}', 'null'],
  ['{"issuer":["https://as.example"]}', 'array'],
])('a document without an issuer is not one whose issuer differs: %s', (body, is) => {
  const judged = judgeMetadata(answered(200, body), issuer)
  expect(judged).toMatchObject({
    kind: 'nonconformant',
    findings: [{ code: 'issuer_missing', evidence: { configured: issuer, is } }],
  })
  expect(JSON.stringify(judged.findings.map(findingText))).not.toMatch(/enter it/)
})

test.each(['{tenantid}', '{tenant}', '{realm-name}'])(
  'an issuer that is a template says what belongs there: %s',
  (template) => {
    const judged = judgeMetadata(answered(200, JSON.stringify({ issuer: `${issuer}/${template}/v2.0` })), issuer)
    expect(judged).toMatchObject({ findings: [{ code: 'issuer_mismatch', evidence: { template } }] })
    expect(judged.findings.map(findingText)).toMatchObject([
      { advice: expect.stringMatching(/tenant’s ID in the place of/) as unknown },
    ])
  },
)

test('http endpoints under an https issuer say whose setting is wrong', () => {
  const judged = document({ token_endpoint: 'http://as.internal:8080/token' })
  expect(judged.findings.map(findingText)).toMatchObject([
    { advice: expect.stringMatching(/behind a proxy/) as unknown },
  ])
})

test('A6: an alias for mutual TLS that is no https URL is refused as well', () => {
  const aliases = { mtls_endpoint_aliases: { revocation_endpoint: 'http://mtls.as.example/revoke' } }
  const evidence = { name: 'mtls_endpoint_aliases.revocation_endpoint' }
  expect(document(aliases)).toMatchObject({ findings: [{ code: 'metadata_not_encrypted', evidence }] })
})

test('what is published is found, and what is missing or of another type is null', () => {
  const judged = document({
    token_endpoint: `${issuer}/token`,
    jwks_uri: 7,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    scopes_supported: [1],
    tls_client_certificate_bound_access_tokens: true,
    mtls_endpoint_aliases: 'https://mtls.as.example',
  })
  expect(judged).toMatchObject({
    kind: 'found',
    url: request.url,
    metadata: {
      token_endpoint: `${issuer}/token`,
      jwks_uri: null,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      scopes_supported: null,
      tls_client_certificate_bound_access_tokens: true,
      mtls_endpoint_aliases: null,
    },
  })
  expect(judged.findings).toMatchObject([
    { code: 'metadata_endpoint_invalid', evidence: { name: 'jwks_uri', is: 'number', refused: 'no' } },
    { code: 'metadata_endpoint_missing', evidence: { missing: 'introspection_endpoint, revocation_endpoint' } },
  ])
})

test('aliases for mutual TLS are found and reported, and their own host is no surprise', () => {
  const mtls_endpoint_aliases = { token_endpoint: 'https://mtls.as.example/token', other_endpoint: 'x' }
  const judged = document({ ...complete, mtls_endpoint_aliases })
  expect(judged).toMatchObject({
    kind: 'found',
    metadata: {
      mtls_endpoint_aliases: {
        token_endpoint: 'https://mtls.as.example/token',
        introspection_endpoint: null,
        revocation_endpoint: null,
      },
    },
  })
  expect(codes(judged)).toEqual(['metadata_aliases'])
})

test('endpoints taken from the Host header, as oidc-provider does behind a proxy, are reported in one finding', () => {
  const local = 'http://127.0.0.1:19100'
  const elsewhere = 'https://proxy.example.test'
  const body = { issuer: local, ...complete, token_endpoint: `${elsewhere}/token`, jwks_uri: `${elsewhere}/jwks` }
  const judged = judgeMetadata(
    answered(200, JSON.stringify({ ...body, introspection_endpoint: `${local}/i`, revocation_endpoint: `${local}/r` })),
    local,
  )
  expect(judged.findings).toMatchObject([
    {
      code: 'metadata_other_origin',
      severity: 'warning',
      evidence: { issuer: local, names: 'token_endpoint, jwks_uri', origin: elsewhere },
    },
  ])
})

test('https endpoints under an http issuer on loopback, as doorkeeper lists in production mode, are found and reported', () => {
  const local = 'http://127.0.0.1:3000'
  const body = { issuer: local, token_endpoint: 'https://127.0.0.1:3000/token' }
  const judged = judgeMetadata(answered(200, JSON.stringify(body)), local)
  expect(judged.kind).toBe('found')
  expect(codes(judged)).toContain('metadata_other_origin')
})

test.each([
  ['404', answered(404, 'Not Found', html, { request })],
  ['404 with JSON', answered(404, '{"error":"not_found"}', [], { request })],
  ['403 with an empty body', answered(403, '', [], { request })],
  [
    '200 and an HTML login page, as lemonldap does',
    answered(200, '<!DOCTYPE html><title>Login</title>', html, { request }),
  ],
  ['200 and a page without content type', answered(200, '  <html>', [['Content-Type', '']], { request })],
  ['200 and nothing', answered(200, '', [], { request })],
])('an address that answers %s has no document, which is reported without alarm', (_name, transcript) => {
  const { status } = transcript.response ?? { status: 0 }
  const judged = judgeMetadata(transcript, issuer)
  expect(judged).toEqual({ kind: 'none', tried: [{ url: request.url, status }], findings: [] })
  expect(hasNoMetadata(judged)).toBe(true)
})

test.each([
  ['500', answered(500, 'oops', html), 'status_unexpected'],
  ['429', answered(429, '{}', [['Retry-After', '3']]), 'status_unexpected'],
  ['broken JSON', answered(200, '{"issuer":'), 'body_not_json'],
  ['a redirect', answered(301, '', [['Location', '/x/']]), 'redirect_refused'],
  [
    'a demand for a certificate',
    answered(400, 'No required SSL certificate was sent', html),
    'client_certificate_required',
  ],
])('%s is more than no document: the next address is tried, and what happened stays', (_name, transcript, code) => {
  const judged = judgeMetadata(transcript, issuer)
  expect(judged.kind).toBe('nonconformant')
  expect(codes(judged)).toContain(code)
  expect(hasNoMetadata(judged)).toBe(true)
})

test('of several answers a document counts first, then a document that is wrong, then anything that tells more than “none”', () => {
  const at = (url: string, status: number) => answered(status, '', [], { request: { ...request, url } })
  const one = { ...judgeMetadata(at('https://as.example/1', 404), issuer), exchangeId: '1' }
  const two = { ...judgeMetadata(at('https://as.example/2', 405), issuer), exchangeId: '2' }
  const failed = { ...judgeMetadata(answered(500, ''), issuer), exchangeId: '3' }
  const wrong = { ...judgeMetadata(answered(200, '{"issuer":"https://other.example"}'), issuer), exchangeId: '4' }
  const found = { ...document(complete), exchangeId: '5' }
  expect(chooseMetadata([one, failed, wrong, found])).toBe(found)
  expect(chooseMetadata([one, failed, wrong])).toBe(wrong)
  expect(chooseMetadata([one, failed])).toBe(failed)
  expect(chooseMetadata([one, two])).toEqual({
    kind: 'none',
    tried: [
      { url: 'https://as.example/1', status: 404 },
      { url: 'https://as.example/2', status: 405 },
    ],
    findings: [],
    exchangeId: '1',
  })
})
