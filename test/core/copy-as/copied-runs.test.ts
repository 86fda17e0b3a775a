import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newApiRequest } from '../../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import type { ApiRequest } from '../../../electron/contract/api-call.ts'
import type { EnvironmentInput } from '../../../electron/contract/environment.ts'
import { buildRequest, withToken } from '../../../electron/core/api-request/build.ts'
import { copiedCall } from '../../../electron/core/copy-as/copy-as.ts'
import type { CopyScope, CopyTarget } from '../../../electron/vocabulary/copy-targets.ts'
import { readFile } from 'node:fs/promises'
import { type Recorded, recordRequests } from './recording-server.ts'
import { isHere, runCopied } from './run-copied.ts'

/** Everything that a shell or a language acts on, in one text. */
const nasty = `it's "q" \`id\` $HOME \${HOME} $(id) %PATH% %41 !! \\n \\\\ \\" & | < > ^ ; # ~ * ? [a] {b} é € 😀 \u{202e} =@:`
const nastyHeader = `it's "q" \`id\` $HOME $(id) %PATH% !! \\n \\" & | < > ^ ; # ~ * {b} \u00e9 =@:`
const token = 'eyJ.to-ken_~+/=='

let server: Awaited<ReturnType<typeof recordRequests>>
let folder: string
beforeAll(async () => {
  server = await recordRequests()
  folder = await mkdtemp(join(tmpdir(), 'ccx copy $ '))
  await writeFile(join(folder, "it's $HOME é.bin"), Buffer.from([0, 1, 255, 10, 13, 37]))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const environment = (changes: Partial<EnvironmentInput> = {}): EnvironmentInput => ({
  ...newEnvironment,
  client_id: "it's:$ä",
  token_endpoint: `${server.origin}/token?x='1'`,
  scope: 'a b&c',
  network: { ...newEnvironment.network, proxy: { ...newEnvironment.network.proxy, mode: 'none' } },
  ...changes,
})

const newId = () => '0a1b2c'
const workspaceVariables = [{ name: 'host', value: '127.0.0.1', secret: false }]

async function copied(
  request: ApiRequest,
  target: CopyTarget,
  scope: CopyScope = 'call',
  value = environment(),
): Promise<string> {
  const deps = {
    newId,
    now: () => 0,
    sandbox: {
      status: () => ({ kind: 'absent' }) as const,
      facts: () => null,
      restart: () => {},
      changes: () => [],
      change: () => {},
    },
    workspace: { workspaceVariables: { list: () => workspaceVariables, save: () => {} } },
  }
  const text = await copiedCall(deps, { value }, request, { target, scope })
  if (!text.ok) throw new Error(JSON.stringify(text.problems))
  return text.value.text
}

async function sent(request: ApiRequest): Promise<Recorded> {
  const read = async (path: string) => ({ ok: true, value: await readFile(path) }) as const
  const built = await buildRequest({ newId, readFile: read }, request, request.authorization === 'environment')
  if (!built.ok) throw new Error(JSON.stringify(built.problems))
  const whole = request.authorization === 'none' ? built.value : withToken(built.value, token, 'Bearer')
  const { pathname, search } = new URL(whole.url)
  return {
    method: whole.method,
    url: pathname + search,
    headers: whole.headers.map(([name, value]) => [name.toLowerCase(), value]),
    body: Buffer.from(whole.body ?? []).toString('latin1'),
  }
}

const file = (): { path: string; name: string } => ({ path: join(folder, "it's $HOME é.bin"), name: 'größe "1".bin' })

/** One call for each place and kind of body. */
const calls = (): ApiRequest[] => {
  const base = { ...newApiRequest, url: `${server.origin}/a/b%20c/~d?e=${nasty.replaceAll('#', '')}` }
  const post = { ...base, method: 'POST' } as const
  return [
    base,
    { ...base, query: [{ name: nasty.replaceAll('&', ''), value: nasty, enabled: true }] },
    { ...base, headers: [{ name: 'X-Own', value: nastyHeader, enabled: true }] },
    { ...base, headers: [{ name: 'X-At', value: '@file', enabled: true }] },
    { ...base, authorization: 'none', headers: [{ name: 'Authorization', value: 'Basic eDp5', enabled: true }] },
    { ...post, body: { kind: 'json', text: `{\n  "a": ${JSON.stringify(nasty)}\n}\n` } },
    { ...post, body: { kind: 'text', text: `${nasty}\n${nasty}\n\n`, contentType: 'text/plain' } },
    { ...post, body: { kind: 'text', text: '@/etc/hostname', contentType: '' } },
    { ...post, body: { kind: 'text', text: 'nul \0 and \u0007 bell', contentType: '' } },
    { ...post, body: { kind: 'text', text: '-n %s\\n', contentType: '' } },
    { ...post, body: { kind: 'text', text: 'ä'.repeat(70_000), contentType: '' } },
    { ...post, body: { kind: 'form', fields: [{ name: nasty, value: nasty, enabled: true }] } },
    { ...post, body: { kind: 'file', file: file(), contentType: '' } },
    {
      ...post,
      method: 'PATCH',
      body: {
        kind: 'multipart',
        parts: [
          { kind: 'text', name: nasty, value: `${nasty}\n`, contentType: '', enabled: true },
          { kind: 'file', name: 'file', file: file(), contentType: 'image/png', enabled: true },
        ],
      },
    },
    { ...post, method: 'DELETE' },
  ]
}

/** Method, target, body and each field that the app sends; what the tool adds itself is not looked at. */
function expectSame(arrived: Recorded | undefined, wanted: Recorded, decodes = false) {
  const names = new Set(wanted.headers.map(([name]) => name))
  const urlOf = ({ url }: Recorded) => (decodes ? [...new URL(url, 'http://x').searchParams] : url)
  expect(arrived?.method).toBe(wanted.method)
  expect(arrived === undefined ? null : urlOf(arrived)).toEqual(urlOf(wanted))
  const lines = (headers: Recorded['headers'] = []) => headers.map((field) => field.join(': ')).toSorted()
  expect(lines(arrived?.headers.filter(([name]) => names.has(name)))).toEqual(lines(wanted.headers))
  expect(arrived?.body === wanted.body ? wanted.body : arrived?.body).toBe(wanted.body)
  const hasType = wanted.headers.some(([name]) => name === 'content-type')
  expect(hasType || arrived?.headers.every(([name]) => name !== 'content-type')).toBe(true)
}

const languages = [
  { language: 'bash', target: 'curl_bash', needs: { command: 'curl', given: ['--version'] } },
  { language: 'node', target: 'javascript', needs: { command: 'node', given: ['--version'] } },
  { language: 'python', target: 'python', needs: { command: 'python3', given: ['-c', 'import requests'] } },
] as const

const texts = fc.string({ unit: 'binary', maxLength: 30 })
const visible = fc.string({ unit: 'grapheme', maxLength: 20 })
const headerText = fc.stringMatching(/^[!-~\xA1-\xFF](?:[ -~\xA1-\xFF]{0,20}[!-~\xA1-\xFF])?$/)

describe.each(languages)('copied for $target', ({ language, target, needs }) => {
  test('each kind of body and each place arrives as the app sends it', async ({ skip }) => {
    skip(!(await isHere(needs.command, ...needs.given)), `${needs.command} (with what it needs) does not run here.`)
    const requests = calls()
    const programs = await Promise.all(requests.map((request) => copied(request, target)))
    const errors = await runCopied(language, programs, { ACCESS_TOKEN: token })
    const arrived = server.take()
    expect({ count: arrived.length, errors }).toMatchObject({ count: requests.length })
    for (const [index, request] of requests.entries()) {
      expectSame(arrived[index], await sent(request), language === 'python')
    }
  }, 60_000)

  test('so do any texts', async ({ skip }) => {
    skip(!(await isHere(needs.command, ...needs.given)), `${needs.command} (with what it needs) does not run here.`)
    const arbitrary = fc.record({ query: visible, header: headerText, body: texts, field: texts })
    const requests = fc.sample(arbitrary, { numRuns: 25, seed: 16 }).flatMap(({ query, header, body, field }) => {
      const common: ApiRequest = {
        ...newApiRequest,
        method: 'PUT',
        url: `${server.origin}/x`,
        query: [{ name: 'q', value: query, enabled: true }],
        headers: [{ name: 'X-Own', value: header, enabled: true }],
      }
      return [
        { ...common, body: { kind: 'text', text: body, contentType: '' } },
        { ...common, body: { kind: 'form', fields: [{ name: 'f', value: field, enabled: true }] } },
      ] satisfies ApiRequest[]
    })
    const programs = await Promise.all(requests.map((request) => copied(request, target)))
    const errors = await runCopied(language, programs, { ACCESS_TOKEN: token })
    const arrived = server.take()
    expect({ count: arrived.length, errors }).toMatchObject({ count: requests.length })
    for (const [index, request] of requests.entries()) {
      expectSame(arrived[index], await sent(request), language === 'python')
    }
  }, 60_000)

  test.each([
    ['client_secret_basic', 'form', 'form'],
    ['client_secret_basic', 'raw', 'form'],
    ['client_secret_post', 'form', 'form'],
    ['client_secret_post', 'form', 'json'],
    ['none', 'form', 'form'],
  ] as const)(
    'the token request comes first by %s (%s, %s), and its token goes along',
    async (method, basicEncoding, tokenBodyFormat) => {
      if (!(await isHere(needs.command, ...needs.given))) return
      const secret =
        language === 'bash' &&
        basicEncoding === 'form' &&
        tokenBodyFormat === 'form' &&
        method === 'client_secret_basic'
          ? 's3cret'
          : `s%ä '&=+$x`
      const value = environment({ token_endpoint_auth_method: method, basicEncoding, tokenBodyFormat, client_id: 'it' })
      const program = await copied(
        { ...newApiRequest, url: `${server.origin}/orders` },
        target,
        'token_and_call',
        value,
      )
      expect(program).not.toContain(secret)
      const errors = await runCopied(language, [program], { CLIENT_SECRET: secret })
      const [first, second] = server.take()
      expect({ headers: second?.headers, errors }).toMatchObject({
        headers: expect.arrayContaining([['authorization', 'Bearer t0ken.of-answer']]),
      })
      const body = Buffer.from(first?.body ?? '', 'latin1').toString()
      const fields = tokenBodyFormat === 'json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
      expect(fields).toMatchObject({ grant_type: 'client_credentials', scope: 'a b&c' })
      const basic = first?.headers.find(([name]) => name === 'authorization')?.[1].slice(6)
      const pair = basic === undefined ? null : Buffer.from(basic, 'base64').toString()
      const isBasic = method === 'client_secret_basic'
      const plain = basicEncoding === 'raw' || pair === null ? pair : decodeURIComponent(pair.replaceAll('+', ' '))
      expect(plain).toBe(isBasic ? `it:${secret}` : null)
      expect(fields).toMatchObject(isBasic ? {} : { client_id: 'it' })
      expect(fields.client_secret).toBe(method === 'client_secret_post' ? secret : undefined)
    },
    60_000,
  )
})

/** Variables of the workspace and the environment, secret ones in the path, the query, a header and a form. */
const withVariables = (): [ApiRequest, EnvironmentInput, Record<string, string>] => [
  {
    ...newApiRequest,
    method: 'POST',
    url: `${server.origin.replace('127.0.0.1', '{{host}}')}/a/{{key}}/{{plain}}`,
    query: [{ name: 'q', value: 'x{{key}}', enabled: true }],
    headers: [{ name: 'X-Own', value: 'k {{key}}', enabled: true }],
    body: { kind: 'form', fields: [{ name: 'f', value: '{{key}}', enabled: true }] },
  },
  environment({
    variables: [
      { name: 'key', value: '', secret: true },
      { name: 'plain', value: 'p', secret: false },
    ],
  }),
  { ACCESS_TOKEN: token, SECRET_KEY: secretKey },
]
const secretKey = `a/b c+d&e=f#g?h%41"'$`

function expectVariables([arrived]: Recorded[], errors: string) {
  expect({ count: arrived === undefined ? 0 : 1, errors }).toMatchObject({ count: 1 })
  const url = new URL(arrived?.url ?? '', 'http://x')
  expect(url.pathname.split('/').map((part) => decodeURIComponent(part))).toEqual(['', 'a', secretKey, 'p'])
  expect([...url.searchParams]).toEqual([['q', `x${secretKey}`]])
  expect(arrived?.headers).toContainEqual(['x-own', `k ${secretKey}`])
  expect([...new URLSearchParams(arrived?.body)]).toEqual([['f', secretKey]])
}

test.each(languages.slice(1))(
  'copied for $target, variables get their values, encoded where they are',
  async ({ language, target, needs }) => {
    if (!(await isHere(needs.command, ...needs.given))) return
    const [request, value, variables] = withVariables()
    const errors = await runCopied(language, [await copied(request, target, 'call', value)], variables)
    const arrived = server.take()
    expect(arrived).toHaveLength(1)
    expectVariables(arrived, errors)
  },
  60_000,
)

test('a shell cannot encode in a URL, and the text says so', async () => {
  const [request, value, variables] = withVariables()
  for (const target of ['curl_bash', 'curl_cmd', 'httpie'] as const) {
    expect(await copied(request, target, 'call', value)).toMatch(/^(?:#|REM) Set percent-encoded, .*SECRET_KEY/m)
  }
  const plain = { ...variables, SECRET_KEY: 'a-b' }
  await runCopied('bash', [await copied(request, 'curl_bash', 'call', value)], plain)
  expect(server.take()).toMatchObject([{ url: '/a/a-b/p?q=xa-b', body: 'f=a-b' }])
})

test('a Host that a client does not send is left out, with a comment', async () => {
  const request: ApiRequest = {
    ...newApiRequest,
    url: `${server.origin}/x`,
    headers: [{ name: 'Host', value: 'other.example', enabled: true }],
  }
  for (const target of ['javascript', 'java'] as const) {
    const text = await copied(request, target)
    expect(text).toMatch(/^\/\/ Left out, .* Host\.$/m)
    expect(text).not.toContain('other.example')
  }
  await runCopied('node', [await copied(request, 'javascript')], { ACCESS_TOKEN: token })
  expect(server.take()).toHaveLength(1)
  expect(await copied(request, 'go')).toContain('request.Host = request.Header.Get("Host")')
})

test('copied for java, the same arrives', async ({ skip }) => {
  skip(!(await isHere('java', '-version')), 'java does not run here.')
  const wanted = calls().filter(({ headers }) => !headers.some(({ value }) => /[^\0-~]/.test(value)))
  const chosen = [wanted[0], wanted.at(-2)].filter((request) => request !== undefined)
  for (const request of chosen) {
    const errors = await runCopied('java', [await copied(request, 'java')], { ACCESS_TOKEN: token })
    const [arrived] = server.take()
    expect({ count: arrived === undefined ? 0 : 1, errors }).toMatchObject({ count: 1 })
    expectSame(arrived, await sent(request), true)
  }
  const [request, value, variables] = withVariables()
  const given = await runCopied('java', [await copied(request, 'java', 'call', value)], variables)
  expectVariables(server.take(), given)
  const byForm = environment({ token_endpoint_auth_method: 'client_secret_basic', basicEncoding: 'form' })
  const program = await copied({ ...newApiRequest, url: `${server.origin}/o` }, 'java', 'token_and_call', byForm)
  const errors = await runCopied('java', [program], { CLIENT_SECRET: 'ä "&+' })
  const [first, second] = server.take()
  expect({ headers: second?.headers, errors }).toMatchObject({
    headers: expect.arrayContaining([['authorization', 'Bearer t0ken.of-answer']]),
  })
  expect(first?.body).toContain('scope=a+b%26c')
  const basic = first?.headers.find(([name]) => name === 'authorization')?.[1].slice(6) ?? ''
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':')
  const decoded = (text: string) => decodeURIComponent(text.replaceAll('+', ' '))
  expect([decoded(id), decoded(secret)]).toEqual(["it's:$ä", 'ä "&+'])
}, 120_000)
