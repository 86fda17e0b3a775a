import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { open } from '../integration/transport-servers.ts'
import { savedCall } from '../support/review-parts.ts'
import { sharedFile } from '../support/shared-file.ts'
import { runCcx } from './run-ccx.ts'

const slow = 60_000
const secret = 'canary-review-secret'
let folder: string
let workspace: string
let file: string
let origin: string
let seen: string[]
let bodies: string[]
let server: { port: number; close: () => Promise<void> }

/** A JWT whose audience can be read, without a signature of anybody. */
const readable = `${[{ alg: 'RS256' }, { aud: 'urn:orders' }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.c2ln`

/** Issues tokens that live a day, and repeats what it was sent. Its API wants a token. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const { method, url, headers } = request
  seen.push(`${method} ${url}`)
  request.on('data', (part: Buffer) => bodies.push(part.toString()))
  const isKnown = ['billing', 'other', 'prod', 'called'].some(
    (id) => headers.authorization === `Basic ${btoa(`${id}:${secret}`)}`,
  )
  const isCalled = headers.authorization === `Basic ${btoa(`called:${secret}`)}`
  const issued = {
    access_token: isCalled ? readable : 'the-access-token',
    token_type: 'Bearer',
    expires_in: 86_400,
    scope: secret,
  }
  const [status, body] =
    url !== '/token'
      ? [url !== '/orders' ? 404 : headers.authorization === undefined ? 401 : 200, { error: 'none' }]
      : isKnown
        ? [200, issued]
        : [401, { error: 'invalid_client', error_description: headers.authorization }]
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

beforeAll(async () => {
  seen = []
  bodies = []
  server = await open(createServer(answer))
  origin = `http://127.0.0.1:${server.port}`
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-review-'))
  workspace = path.join(folder, 'workspace', 'workspace.sqlite')
  const base = { ...newEnvironment, client_id: 'billing', issuer: origin, token_endpoint: `${origin}/token` }
  const accepted = [
    { code: 'lifetime_over_day', reason: 'The vendor cannot change it.', on: '2026-11-30' },
    { code: 'of_a_later_version', reason: 'Known.', on: '2026-11-30' },
  ]
  const kept = openWorkspace(workspace)
  const values = [
    { ...base, name: 'Billing' },
    { ...base, name: 'Accepted', client_id: 'other', accepted },
    { ...base, name: 'Prod', client_id: 'prod', stage: 'production' as const },
    { ...base, name: 'Called', client_id: 'called' },
  ]
  values.forEach((value, index) => kept.environments.add({ id: `e${index}`, builtIn: false, value }))
  kept.apiCalls.put(savedCall({ id: 'orders', environmentId: 'e3', url: `${origin}/orders` }))
  kept.close()
  file = path.join(folder, 'billing.ccx.json')
  writeFileSync(file, sharedFile([{ ...base, id: 'e1', name: 'Billing', apiCalls: [], secrets: {} }]))
})
beforeEach(() => {
  seen = []
  bodies = []
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server.close()
})

const review = (name: string, ...more: string[]) =>
  runCcx(['review', name, '--workspace', workspace, ...more], { CCX_CLIENT_SECRET: secret })

test.each([
  [[], 'Name one environment: ccx review NAME'],
  [['A', 'B'], 'Name one environment'],
  [['A', '--file', 'x.ccx.json'], 'Name one environment'],
  [['--file', 'x.ccx.json'], 'Name one environment'],
  [['--file', 'x.ccx.json', '--environment', 'A', '--workspace', 'w'], 'leave out --workspace'],
  [['A', '--format', 'pdf'], '--format is one of text, json, markdown, html, junit.'],
  [['A', '--fail-on', 'never'], '--fail-on is one of at-risk, to-improve.'],
  [['A', '--wrong-credentials'], '--wrong-credentials is for --probe.'],
  [['A', '--other-audience', 'https://other.example'], '--other-audience is for --probe.'],
  [['A', '--offline', '--probe'], '--probe sends requests: leave out --offline.'],
  [['--file', '/nonexistent/x.ccx.json', '--environment', 'A'], 'x.ccx.json'],
])('%j is not understood, and that is said', async (args, said) => {
  const { code, stdout, stderr } = await runCcx(['review', ...args])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(said)
})

test('a workspace and an environment that are not there are named', async () => {
  const none = await runCcx(['review', 'x', '--workspace', path.join(folder, 'none')])
  expect(none).toMatchObject({ code: 2, stdout: '' })
  expect(await review('Nobody')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/e0 {2}Billing/) })
})

test(
  'offline nothing is sent, and what only a server could say is not known',
  async () => {
    const before = readFileSync(workspace)
    const { code, stdout } = await review('Billing', '--offline')
    expect({ code, seen }).toEqual({ code: 0, seen: [] })
    expect(stdout).toMatch(/^Billing: .*\n/)
    expect(stdout).toContain('Not known   Use short-lived tokens: No token was issued with these settings yet')
    expect(stdout).toContain('Not known   Audit token usage: The audit trail has no entry yet')
    expect(readFileSync(workspace).equals(before)).toBe(true)
  },
  slow,
)

test(
  'one token is requested, and what is at risk exits with 1: the finding, why, the evidence and what to do are said',
  async () => {
    const { code, stdout } = await review('Billing')
    expect(code).toBe(1)
    expect(seen.filter((line) => line === 'POST /token')).toHaveLength(1)
    expect(seen.filter((line) => !line.startsWith('GET /.well-known/'))).toHaveLength(1)
    const [, said = ''] = stdout.split(
      'At risk     Use short-lived tokens: Lifetime 86400 s; 3600 s or less is advised\n',
    )
    expect(said).toMatch(
      /^ +A leaked token works[^]*?"expires_in": 86400 \(Token response, [^]*?To do: Ask the operator[^]*?RFC 6750 §5\.3/,
    )
  },
  slow,
)

test(
  'what is accepted does not fail a review, and says why and since when',
  async () => {
    const { code, stdout } = await review('Accepted')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /Accepted {4}Use short-lived tokens: [^\n]+\n {12}[^\n]*on 2026-11-30: The vendor cannot change/,
    )
  },
  slow,
)

test(
  'a refused token is said, and the review of the rest exits with 2',
  async () => {
    const wrong = { CCX_CLIENT_SECRET: 'canary-wrong-secret' }
    const { code, stdout, stderr } = await runCcx(['review', 'Billing', '--workspace', workspace], wrong)
    expect(code).toBe(2)
    expect(stderr).toContain('Refused with 401 invalid_client.')
    expect(stdout).toContain('Use short-lived tokens')
    expect(stdout + stderr).not.toContain('canary-wrong-secret')
  },
  slow,
)

test.each(['text', 'json', 'markdown', 'html', 'junit'])(
  'as %s it has the finding, and the secret that the server repeats nowhere',
  async (format) => {
    const { code, stdout, stderr } = await review('Billing', '--format', format)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(/86400/)
    expect(stdout).not.toContain(secret)
  },
  slow,
)

test(
  'JSON has a status for each practice, which a program can read',
  async () => {
    const { stdout } = await review('Accepted', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'client-credentials-explorer/review',
      version: 1,
      environment: 'Accepted',
      isComplete: true,
      summary: { at_risk: 0, accepted: 1 },
      practices: expect.arrayContaining([
        expect.objectContaining({ practice: 'short_lived_tokens', section: 'token_management', status: 'accepted' }),
      ]),
      acceptedAndNotFound: [{ code: 'of_a_later_version' }],
    })
  },
  slow,
)

test(
  'production gets no probe without --production, and nothing is sent',
  async () => {
    const { code, stdout, stderr } = await review('Prod', '--probe')
    expect({ code, stdout, seen }).toEqual({ code: 2, stdout: '', seen: [] })
    expect(stderr).toContain('add --production')
  },
  slow,
)

test(
  'with --production the requests of the probes are listed before they are sent, and what they found is in the review',
  async () => {
    const { stdout, stderr } = await review('Prod', '--probe', '--production', '--wrong-credentials')
    expect(stderr).toContain(`Request a token with wrong credentials, up to 20 times: POST ${origin}/token`)
    expect(stdout).toContain('\nProbes\n')
    expect(seen.filter((line) => line === 'POST /token').length).toBeGreaterThan(1)
  },
  slow,
)

test(
  'the audience that is named is requested by the probe that needs one',
  async () => {
    await review('Called', '--probe', '--other-audience', 'https://other.example')
    expect(bodies.filter((body) => body.includes('https%3A%2F%2Fother.example'))).toHaveLength(1)
  },
  slow,
)

test(
  'what a file names gets no secret before it is allowed',
  async () => {
    const args = ['review', '--file', file, '--environment', 'Billing']
    const refused = await runCcx(args, { CCX_CLIENT_SECRET: secret })
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain(`--allow ${origin}`)
    expect(seen.filter((line) => line.startsWith('POST'))).toEqual([])
    const allowed = await runCcx([...args, '--allow', origin], { CCX_CLIENT_SECRET: secret })
    expect(allowed).toMatchObject({ code: 1, stderr: '' })
    expect(allowed.stdout).toContain('Lifetime 86400 s')
    expect(allowed.stdout).toContain('Not known   Audit token usage: No audit trail: only a file was reviewed')
  },
  slow,
)

test(
  'an environment of a file is compared with the others of the file',
  async () => {
    const shared = path.join(folder, 'stages.ccx.json')
    const of = { ...newEnvironment, client_id: 'billing', token_endpoint: 'https://login.example/token', secrets: {} }
    const stages = [
      { ...of, id: 's0', name: 'Staging', stage: 'staging', apiCalls: [] },
      { ...of, id: 's1', name: 'Prod', stage: 'production', apiCalls: [] },
    ]
    writeFileSync(shared, sharedFile(stages))
    const { code, stdout } = await runCcx(['review', '--file', shared, '--environment', 'Staging', '--offline'])
    expect(stdout).toContain('Use different credentials per environment: Same client as Prod, at the same server')
    expect(code).toBe(1)
  },
  slow,
)
