import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { bearer, json, misbehavingServers } from '../integration/misbehaving-servers.ts'
import { sharedFile } from '../support/shared-file.ts'
import { runCcx } from './run-ccx.ts'

/** Starting a program takes its time while others run. */
const slow = 60_000
const secret = 'canary-client-secret-1'
const apiKey = 'canary-api-key-2'
const accessToken = 'canary-access-token-3'
const servers = misbehavingServers()
let folder: string
let file: string
let origin: string
let seen: { path: string; authorization: string; apiKey: string; body: string }[]

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-call-'))
  file = path.join(folder, 'orders.ccx.json')
  const { url } = await servers.serve((request, response) => void answer(request, response))
  origin = new URL(url).origin
  const value = { ...newEnvironment, client_id: 'billing', token_endpoint: `${origin}/token` }
  const call = (id: string, label: object, request: object) => ({
    ...newApiRequest,
    ...newCallLabel,
    id,
    ...label,
    ...request,
  })
  const is = (pointer: string, test: string, expected: string) => ({ kind: 'json', pointer, test, value: expected })
  const status = (expected: string) => ({ kind: 'status', expected })
  const calls = [
    call('passes', { name: 'List', folder: 'Orders' }, { url: `${origin}/orders?page=1`, assertions: [status('2xx')] }),
    call(
      'fails',
      { name: 'Fails' },
      {
        url: `${origin}/orders`,
        assertions: [
          status('200'),
          is('/shipped', 'equals', 'true'),
          { kind: 'claim', pointer: '/scope', test: 'exists', value: '' },
        ],
      },
    ),
    call('refuses', { name: 'Refuses' }, { url: `${origin}/refuses` }),
    call('refusal', { name: 'Refusal' }, { url: `${origin}/refuses`, assertions: [status('403')] }),
    call('a', { name: 'Same', folder: 'A' }, { url: `${origin}/a` }),
    call('b', { name: 'Same', folder: 'B' }, { url: `${origin}/b` }),
    call('bare', {}, { url: '{{base}}/bare?x=1' }),
    call(
      'key',
      { name: 'Key' },
      {
        url: `${origin}/key`,
        headers: [{ name: 'X-Api-Key', value: '{{key}}', enabled: true }],
        authorization: 'none',
      },
    ),
    call(
      'upload',
      { name: 'Upload' },
      {
        method: 'POST',
        url: `${origin}/upload`,
        body: { kind: 'file', file: { path: '/etc/hostname', name: 'a=b.txt' }, contentType: '' },
      },
    ),
    call('gone', { name: 'Gone' }, { url: 'http://127.0.0.1:1/', authorization: 'none' }),
    call('unset', { name: 'Unset' }, { url: `${origin}/{{nobody}}` }),
  ]
  const variables = [
    { name: 'base', value: origin, secret: false },
    { name: 'key', value: '', secret: true },
  ]
  const environments = [
    { ...value, id: 'e1', name: 'Staging', variables, apiCalls: calls, secrets: {} },
    { ...value, id: 'e2', name: 'Twice', apiCalls: [], secrets: {} },
    { ...value, id: 'e3', name: 'Twice', apiCalls: [], secrets: {} },
    {
      ...value,
      id: 'e4',
      name: 'Says it is the sandbox',
      provider: 'sandbox',
      apiCalls: [call('s', { name: 'List' }, { url: `${origin}/orders` })],
      secrets: {},
    },
  ]
  writeFileSync(file, sharedFile(environments))
}, slow)
beforeEach(() => (seen = []))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await servers.closeAll()
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await textOf(request)
  const { authorization = '', 'x-api-key': key = '' } = request.headers
  seen.push({ path: request.url ?? '', authorization, apiKey: String(key), body })
  if (request.url === '/token') {
    const isKnown = authorization === `Basic ${btoa(`billing:${secret}`)}`
    if (isKnown) json(response, 200, { ...bearer, access_token: accessToken })
    else json(response, 401, { error: 'invalid_client' })
  } else if (request.url === '/refuses') json(response, 403, { error: 'no' })
  else json(response, 200, { shipped: false, echoed: `${authorization} ${String(key)}` })
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

const call = (name: string, variables: Record<string, string> = {}, ...more: string[]) =>
  runCcx(['call', file, '--environment', 'Staging', '--call', name, ...more], variables)
const allowed = (name: string, ...more: string[]) =>
  call(name, { CCX_CLIENT_SECRET: secret }, '--allow', origin, ...more)

test(
  'a file that is missing, is no file of the app, or is not named exits with 2',
  async () => {
    const missing = await runCcx(['call', path.join(folder, 'none.ccx.json')])
    expect(missing).toMatchObject({ code: 2, stdout: '' })
    expect(missing.stderr).toContain('none.ccx.json')
    const other = path.join(folder, 'other.json')
    writeFileSync(other, '{"format":"other"}')
    const strange = await runCcx(['call', other])
    expect(strange).toMatchObject({ code: 2, stdout: '' })
    expect(strange.stderr).toContain('not a file of Client Credentials Explorer')
    expect((await runCcx(['call'])).stderr).toContain('Name one file')
  },
  slow,
)

test(
  'an environment or a call that is not there, or several of a name, are refused with the list of what is there',
  async () => {
    const none = await runCcx(['call', file])
    expect(none).toMatchObject({ code: 2, stdout: '' })
    expect(none.stderr).toMatch(/Name an environment[^]*e1 {2}Staging/)
    const twice = await runCcx(['call', file, '--environment', 'Twice', '--call', 'x'])
    expect(twice.stderr).toMatch(/Several environments[^]*e2 {2}Twice\n {2}e3 {2}Twice/)
    const unknown = await call('Nothing')
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toMatch(
      /No call "Nothing" in "Staging"[^]*passes {2}Orders\/List {2}GET [^]*bare {2}GET \{\{base\}\}/,
    )
    const several = await call('Same')
    expect(several.stderr).toMatch(/Several calls are named "Same"[^]*a {2}A\/Same[^]*b {2}B\/Same/)
    expect(several.stderr).not.toContain('Orders/List')
    expect(seen).toEqual([])
  },
  slow,
)

test(
  'nothing secret goes to what a file names before it is allowed, and nothing is sent',
  async () => {
    const refused = await call('List', { CCX_CLIENT_SECRET: secret })
    expect(refused.code).toBe(2)
    expect(refused.stdout).toContain(`--allow ${origin}`)
    const key = await call('Key', { CCX_SECRET_VARIABLES: JSON.stringify({ key: apiKey }) })
    expect(key.code).toBe(2)
    expect(key.stdout).toContain(`--allow ${origin}`)
    const posing = ['call', file, '--environment', 'Says it is the sandbox', '--call', 'List']
    expect((await runCcx(posing, { CCX_CLIENT_SECRET: secret })).code).toBe(2)
    expect(seen).toEqual([])
  },
  slow,
)

test.each([
  ['List', {}, 'CCX_CLIENT_SECRET: '],
  ['Unset', { CCX_CLIENT_SECRET: secret }, 'nobody'],
  ['Key', { CCX_SECRET_VARIABLES: '{"other":"x"}' }, 'key'],
  ['Upload', { CCX_CLIENT_SECRET: secret }, '--file "a=b.txt=PATH"'],
])(
  '%s lacks something, which is named, and nothing is sent',
  async (name, variables, named) => {
    const { code, stdout } = await call(name, variables, '--allow', origin)
    expect(code).toBe(2)
    expect(stdout).toContain(named)
    expect(seen).toEqual([])
  },
  slow,
)

test(
  'secret variables that are not a JSON object of texts, and a file that the call does not name, are refused',
  async () => {
    const variables = await call('Key', { CCX_SECRET_VARIABLES: apiKey })
    expect(variables).toMatchObject({ code: 2, stdout: '' })
    expect(variables.stderr).toContain('CCX_SECRET_VARIABLES is not a JSON object')
    expect(variables.stderr).not.toContain(apiKey)
    const unknown = await allowed('Upload', '--file', 'other.txt=/etc/hostname')
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toContain('the call names "a=b.txt"')
    expect((await allowed('List', '--json', '--body')).code).toBe(2)
  },
  slow,
)

test(
  'a server that does not answer, and a token that is refused, exit with 2 and say why',
  async () => {
    const gone = await call('Gone')
    expect(gone.code).toBe(2)
    expect(gone.stdout).toContain('127.0.0.1:1')
    const refused = await call('List', { CCX_CLIENT_SECRET: 'canary-wrong' }, '--allow', origin)
    expect(refused.code).toBe(2)
    expect(refused.stdout).toContain('Refused with 401 invalid_client.')
    expect(refused.stdout).not.toContain('canary-wrong')
    expect(seen.map(({ path: at }) => at)).toEqual(['/token'])
  },
  slow,
)

test(
  'an assertion that fails exits with 1: what was there is said, and one that could not be checked',
  async () => {
    const { code, stdout, stderr } = await allowed('Fails')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(/^200 OK: The request succeeded\. {2}[\d.]+ ms {2}Requested a new token\n/)
    expect(stdout).toContain(
      '✓ Status is 200\n✕ /shipped is true. It is false\n– Token claim scope exists. Not checked',
    )
    expect(stdout).toContain('1 of 3 failed.')
  },
  slow,
)

test(
  'an API that refuses exits with 1 and a diagnosis, unless its refusal is what an assertion wants',
  async () => {
    const refused = await allowed('Refuses')
    expect(refused.code).toBe(1)
    expect(refused.stdout).toMatch(/^403 Forbidden: The API understood the request and refuses it\.[^\n]*\n[^]+/)
    const wanted = await allowed('Refusal')
    expect(wanted.code).toBe(0)
    expect(wanted.stdout.split('\n').slice(1)).toEqual(['✓ Status is 403', '1 passed.', ''])
  },
  slow,
)

test(
  'a call whose assertions pass, or that has none and a status below 400, exits with 0',
  async () => {
    const passed = await allowed('Orders/List')
    expect(passed).toMatchObject({ code: 0, stdout: expect.stringContaining('✓ Status is 2xx\n1 passed.\n') })
    expect((await allowed('GET /bare')).code).toBe(0)
    expect(seen.at(-1)).toMatchObject({ path: '/bare?x=1', authorization: `Bearer ${accessToken}` })
  },
  slow,
)

test(
  'a secret variable is sent where that is allowed, and printed nowhere',
  async () => {
    const variables = { CCX_SECRET_VARIABLES: JSON.stringify({ key: apiKey }) }
    const { code, stdout, stderr } = await call('Key', variables, '--allow', origin, '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(seen).toMatchObject([{ path: '/key', authorization: '', apiKey }])
    expect(stdout).not.toContain(apiKey)
  },
  slow,
)

test(
  'a file is sent from the path that is given, never from one of the shared file',
  async () => {
    const chosen = path.join(folder, 'chosen.txt')
    writeFileSync(chosen, 'the chosen bytes')
    expect((await allowed('Upload', '--file', `a=b.txt=${chosen}`)).code).toBe(0)
    expect(seen.at(-1)).toMatchObject({ path: '/upload', body: 'the chosen bytes' })
  },
  slow,
)

test(
  '--json prints one document, and --body the body alone, both masked',
  async () => {
    const asJson = await allowed('Fails', '--json')
    const read: unknown = JSON.parse(asJson.stdout)
    expect(read).toMatchObject({
      environment: 'Staging',
      exitCode: 1,
      outcome: { kind: 'answered', status: 200, tokenUse: 'new' },
      assertions: [
        { state: 'passed' },
        { assertion: '/shipped is true', state: 'failed', actual: 'false' },
        { state: 'not_checked' },
      ],
      exchange: { response: { status: 200 } },
    })
    const asBody = await allowed('Fails', '--body')
    expect(asBody).toMatchObject({ code: 1, stderr: expect.stringContaining('✕ /shipped is true') })
    expect(JSON.parse(asBody.stdout)).toMatchObject({ shipped: false })
    for (const text of [asJson.stdout, asJson.stderr, asBody.stdout, asBody.stderr]) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(accessToken)
    }
  },
  slow,
)
