import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { calls } from '../../electron/contract/calls.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { TypedSecrets } from '../../electron/contract/secret.ts'
import { problemSentence } from '../../electron/wording/problems.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

/** Everything that is wrong with what was entered is reported at its field, and nothing reaches the server. */
let folder: string
let server: Server
let connections = 0
let endpoint: string
let opened: TestApi

const file = (name: string) => path.join(folder, name)
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-bad-'))
  server = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/token`
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'ec.key')
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'other.key')
  openssl('pkcs8', '-topk8', '-in', 'ec.key', '-v2', 'aes256', '-passout', 'pass:right', '-out', 'ec.enc.key')
  openssl('req', '-x509', '-new', '-key', 'ec.key', '-subj', '/CN=client', '-days', '2', '-out', 'ec.crt')
  writeFileSync(file('garbage.key'), '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n')
  writeFileSync(file('stale.jwt'), jwt({ iss: 'c', sub: 'c', aud: 'a', exp: 1_700_000_000 }))
  writeFileSync(file('text.jwt'), 'hello')
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  connections = 0
  opened = openTestApi(null)
})
afterEach(() => opened.close())

const jwt = (claims: object) =>
  [{ alg: 'RS256' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + '.c2ln'

const keyed = (keyFile: string, change: Partial<EnvironmentInput['assertion']> = {}): Partial<EnvironmentInput> => ({
  token_endpoint_auth_method: 'private_key_jwt',
  assertion: { ...newEnvironment.assertion, alg: 'ES256', audience: 'token_endpoint', keyFile, ...change },
})
const assertionFile = (name: string): Partial<EnvironmentInput> => ({
  token_endpoint_auth_method: 'client_assertion_file',
  assertion: { ...newEnvironment.assertion, assertionFile: name },
})
const certified = (certificateFile: string, keyFile = ''): Partial<EnvironmentInput> => ({
  token_endpoint_auth_method: 'tls_client_auth',
  network: {
    ...newEnvironment.network,
    clientCertificate: { certificate: '', certificateFile, keyFile },
  },
})

test.each<[string, () => Partial<EnvironmentInput>, TypedSecrets, field: string, message: RegExp]>([
  ['an unreadable key', () => keyed(file('garbage.key')), {}, 'assertion.keyFile', /key/i],
  ['a key file that is not there', () => keyed(file('none.key')), {}, 'assertion.keyFile', /none\.key/],
  ['a key that was not pasted', () => keyed(''), {}, 'private_key', /Enter the private key/],
  ['a pasted text that is no key', () => keyed(''), { private_key: 'hello' }, 'private_key', /./],
  ['a key that does not fit the algorithm', () => keyed(file('ec.key'), { alg: 'RS256' }), {}, 'assertion.alg', /RSA/],
  ['a symmetric algorithm with a key', () => keyed(file('ec.key'), { alg: 'HS256' }), {}, 'assertion.alg', /HS256/],
  ['a certificate where a key belongs', () => keyed(file('ec.crt')), {}, 'assertion.keyFile', /certificate/],
  [
    'a wrong passphrase',
    () => keyed(file('ec.enc.key')),
    { private_key_passphrase: 'wrong' },
    'private_key_passphrase',
    /passphrase/i,
  ],
  ['a missing passphrase', () => keyed(file('ec.enc.key')), {}, 'private_key_passphrase', /passphrase/i],
  [
    'thumbprints without a certificate',
    () => keyed(file('ec.key'), { thumbprints: ['x5t#S256'] }),
    {},
    'assertion.certificate',
    /x5t/,
  ],
  [
    'an assertion for nobody',
    () => keyed(file('ec.key'), { audience: 'other' }),
    {},
    'assertion.otherAudience',
    /audience/,
  ],
  ['a certificate without its key', () => certified(file('ec.crt')), {}, 'client_certificate_key', /key/],
  [
    'a certificate with the key of another',
    () => certified(file('ec.crt'), file('other.key')),
    {},
    'network.clientCertificate.keyFile',
    /does not belong/,
  ],
  [
    'a certificate that is not there',
    () => certified(file('none.crt')),
    {},
    'network.clientCertificate.certificateFile',
    /none\.crt/,
  ],
  [
    'mutual TLS without a certificate',
    () => ({ token_endpoint_auth_method: 'tls_client_auth' }),
    {},
    'network.clientCertificate.certificateFile',
    /client certificate/,
  ],
  ['an assertion file that is not there', () => assertionFile(file('none.jwt')), {}, 'assertion.assertionFile', /none/],
  ['a stale assertion', () => assertionFile(file('stale.jwt')), {}, 'assertion.assertionFile', /expired/],
  ['a text that is no assertion', () => assertionFile(file('text.jwt')), {}, 'assertion.assertionFile', /JWT/],
  ['a path that is not absolute', () => assertionFile('token.jwt'), {}, 'assertion.assertionFile', /absolute/],
  [
    'a CA file without a certificate',
    () => ({ network: { ...newEnvironment.network, caFile: file('text.jwt') } }),
    { client_secret: 's' },
    'network.caFile',
    /./,
  ],
  [
    'a CA text without a certificate',
    () => ({ network: { ...newEnvironment.network, ca: 'hello' } }),
    { client_secret: 's' },
    'network.ca',
    /./,
  ],
  [
    'an explicit proxy without an address',
    () => ({
      network: { ...newEnvironment.network, proxy: { ...newEnvironment.network.proxy, mode: 'explicit' } },
    }),
    { client_secret: 's' },
    'network.proxy.url',
    /proxy/,
  ],
  [
    'an accepted certificate in production',
    () => ({
      stage: 'production',
      network: { ...newEnvironment.network, acceptedCertificate: Array.from({ length: 32 }, () => 'AB').join(':') },
    }),
    { client_secret: 's' },
    'network.acceptedCertificate',
    /production/,
  ],
  [
    'a DPoP key that does not fit its algorithm',
    () => ({ dpop: { enabled: true, alg: 'RS256', keyFile: file('ec.key') } }),
    { client_secret: 's' },
    'dpop.alg',
    /RSA/,
  ],
  [
    'a secret among the extra parameters',
    () => ({ parameters: [{ name: 'client_secret', value: 'x' }] }),
    { client_secret: 's' },
    'parameters.0.name',
    /secret/,
  ],
  [
    'credentials among the extra headers',
    () => ({ headers: [{ name: 'Authorization', value: 'Basic x' }] }),
    { client_secret: 's' },
    'headers.0.name',
    /Authorization/,
  ],
])('%s is reported at its field, before anything is sent', async (_name, change, secrets, field, message) => {
  const { api, add } = opened
  const environmentId = await add({ token_endpoint: endpoint, client_id: 'c', ...change() }, secrets)
  const value = opened.workspace.environments.get(environmentId)?.value
  if (value === undefined) throw new Error('not stored')
  const sent = await api.requestToken({ environmentId }, context)
  const previewed = await api.previewTokenRequest({ environmentId, value, secrets: {}, reveal: false }, context)
  for (const outcome of [sent, previewed]) {
    if (outcome.kind !== 'not_sent') throw new Error(outcome.kind)
    const problems = outcome.problems.map((problem) => ({ field: problem.field, message: problemSentence(problem) }))
    expect(problems).toEqual([{ field, message: expect.stringMatching(message) }])
  }
  expect(connections).toBe(0)
})

test.each<[string, object, RegExp]>([
  ['a URL with credentials in it', { token_endpoint: 'https://user:pass@as.example/token' }, /user name and password/],
  ['an invalid header name', { headers: [{ name: 'X Tenant', value: '1' }] }, /letters, digits/],
  ['a header that breaks out of its line', { headers: [{ name: 'X', value: 'a\r\nHost: b' }] }, /one line/],
  [
    'a proxy with credentials in its URL',
    {
      network: {
        ...newEnvironment.network,
        proxy: { ...newEnvironment.network.proxy, url: 'http://user:pass@proxy.example' },
      },
    },
    /own fields/,
  ],
])('%s does not get through the contract', (_name, change, message) => {
  const value = { ...newEnvironment, name: 'x', ...change }
  const { error } = calls.saveEnvironment.input.safeParse({ id: null, value, secrets: {}, keepOld: [] })
  expect(error?.issues.map((issue) => JSON.stringify(issue)).join()).toMatch(message)
})
