import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { ApiRequest } from '../../electron/contract/api-call.ts'
import type { Variable } from '../../electron/contract/variable.ts'
import { sharedFile } from '../support/shared-file.ts'
import { apiHost } from './api-host.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { givenText } from '../support/given-text.ts'

let at: Awaited<ReturnType<typeof apiHost>>
let other: Awaited<ReturnType<typeof apiHost>>
let opened: TestApi
let api: TestApi['api']

beforeEach(async () => {
  at = await apiHost()
  other = await apiHost()
  opened = openTestApi(null)
  api = opened.api
})
afterEach(async () => {
  opened.close()
  await at.close()
  await other.close()
})

const secretValue = 'sesame-0123456789'
const plain = (name: string, value: string): Variable => ({ name, value, secret: false })
const key: Variable = { name: 'key', value: '', secret: true }

const send = (environmentId: string, change: Partial<ApiRequest>) =>
  api.sendApiCall({ environmentId, request: { ...newApiRequest, ...change } }, context)

const addEnvironment = (variables: readonly Variable[]) =>
  opened.add({ ...at.environment, variables: [...variables] }, { client_secret: 'secret-of-the-client' })

async function withKey(variables: readonly Variable[] = []): Promise<string> {
  const id = await addEnvironment([key, ...variables])
  await api.setSecretVariable({ environmentId: id, name: 'key', value: secretValue }, context)
  return id
}

type Outcome = Awaited<ReturnType<typeof send>>

async function allowAll(environmentId: string, outcome: Outcome): Promise<string[]> {
  const asked: string[] = []
  for (const { remedy } of outcome.kind === 'not_sent' ? outcome.problems : []) {
    if (remedy?.kind !== 'allow_origin') continue
    const { secret, origin, way } = remedy
    asked.push(`${secret} ${origin}`)
    await api.allowOrigin({ environmentId, secret, origin, way }, context)
  }
  return asked
}

test('a variable of the environment wins over that of the workspace, in URL, query, headers and body', async () => {
  await api.saveWorkspaceVariables(
    { variables: [plain('host', 'http://wrong.invalid'), plain('all', 'of ws')] },
    context,
  )
  const id = await addEnvironment([plain('host', at.url), plain('x', 'ü&1')])
  const outcome = await send(id, {
    method: 'POST',
    url: '{{host}}/{{x}}',
    query: [{ name: 'q', value: '{{x}}', enabled: true }],
    headers: [{ name: 'X-All', value: '{{all}}', enabled: true }],
    body: { kind: 'text', text: '[{{x}}]', contentType: 'text/plain' },
  })
  expect(outcome).toMatchObject({ kind: 'answered', status: 200 })
  const [received] = at.received
  expect(received?.url).toBe('/%C3%BC&1?q=%C3%BC%261')
  expect(received?.rawHeaders).toContain('of ws')
  expect(received?.body.toString()).toBe('[ü&1]')
})

test('nothing is sent, not even for a token, while a variable has no value; each is named with its place', async () => {
  const id = await addEnvironment([key])
  const headers = [{ name: 'X-Key', value: '{{key}}', enabled: true }]
  expect(await send(id, { url: `${at.url}/{{id}}`, headers })).toMatchObject({
    kind: 'not_sent',
    problems: [
      { code: 'variable_missing', field: 'url', evidence: { name: 'id', place: 'url' } },
      { code: 'variable_secret_not_set', field: 'headers.0.value', evidence: { name: 'key', place: 'headers' } },
    ],
  })
  expect(at.host.issued).toBe(0)
})

test.each(['a\r\nX-Injected: 1', 'a\nb', 'a\u0000b'])('a value cannot add a header: %j', async (value) => {
  const id = await addEnvironment([plain('v', value)])
  const headers = [{ name: 'X-V', value: '{{v}}', enabled: true }]
  expect(await send(id, { url: at.url, headers })).toMatchObject({
    kind: 'not_sent',
    problems: [{ field: 'headers.0.value' }],
  })
  expect(at.received).toEqual([])
})

test.each(['ftp://a.example', 'javascript:alert(1)', 'http://a b', ''])(
  'a value cannot make %j a URL to call',
  async (value) => {
    const id = await addEnvironment([plain('v', value)])
    expect(await send(id, { url: '{{v}}' })).toMatchObject({ kind: 'not_sent', problems: [{ field: 'url' }] })
  },
)

describe('a secret variable', () => {
  test('goes nowhere before a person allows the resolved server, once for each; that of the client counts for nothing', async () => {
    const id = await withKey([plain('host', at.url)])
    const call = { url: '{{host}}/x', headers: [{ name: 'X-Key', value: '{{key}}', enabled: true }] }
    const asked = await send(id, call)
    expect(at.host.issued).toBe(0)
    expect(await allowAll(id, asked)).toEqual([`secret_variables ${at.url}`])
    expect(await send(id, call)).toMatchObject({ kind: 'answered' })
    expect(at.received[0]?.rawHeaders).toContain(secretValue)

    await opened.change(id, { variables: [key, plain('host', other.url)] })
    expect(await allowAll(id, await send(id, call))).toEqual([`secret_variables ${other.url}`])
    expect(other.received).toEqual([])
    expect(await send(id, { url: '{{host}}/x' })).toMatchObject({ kind: 'answered' })
  })

  test('is masked where it was sent and where a server repeats it, and left as its name in a copied command', async () => {
    const id = await withKey()
    const call: Partial<ApiRequest> = {
      method: 'POST',
      url: `${at.url}/p`,
      query: [{ name: 'k', value: '{{key}}', enabled: true }],
      headers: [{ name: 'X-Key', value: '{{key}}', enabled: true }],
      body: { kind: 'form', fields: [{ name: 'a', value: '{{key}}', enabled: true }] },
    }
    at.host.answer = ({ body }) => ({ status: 403, headers: { 'X-Echo': secretValue }, body: `got ${String(body)}` })
    await allowAll(id, await send(id, call))
    const outcome = await send(id, call)
    expect(at.received[0]?.body.toString()).toContain(secretValue)
    const exchanges = await api.listExchanges({ environmentId: id, limit: 10 }, context)
    const whole = await Promise.all(exchanges.map((one) => api.getExchange({ id: one.id }, context)))
    await api.saveHar({ exchangeIds: exchanges.map((one) => one.id) }, context)
    const shown = JSON.stringify([outcome, exchanges, whole, [...opened.saved.values()]])
    expect(shown).not.toContain(secretValue)
    expect(shown).toContain('X-Key')
    opened.copied.length = 0
    await api.copyAsCurl({ kind: 'api', environmentId: id, request: { ...newApiRequest, ...call } }, context)
    expect(opened.copied.join()).not.toContain(secretValue)
    expect(opened.copied.join()).toContain('{{key}}')
    expect(opened.copied.join()).toMatch(/^# Secret variables .* in before you run this: key\.$/m)
    expect(opened.copied.join()).toContain('--globoff')
  })

  test('does not follow a redirect to another server', async () => {
    const id = await withKey()
    at.host.answer = () => ({ status: 302, headers: { Location: `${other.url}/elsewhere` } })
    const call = { url: at.url, followRedirects: true, headers: [{ name: 'X-Key', value: '{{key}}', enabled: true }] }
    await allowAll(id, await send(id, call))
    const outcome = await send(id, call)
    expect(outcome).toMatchObject({ kind: 'answered', status: 302 })
    expect(JSON.stringify(outcome)).toContain('secret_variable')
    expect(other.received).toEqual([])
  })

  test.each([
    ['http://{{key}}.localhost:1/x', 'the host'],
    ['http://127.0.0.1:{{port}}/x', 'the port'],
    ['{{scheme}}{{key}}.localhost/x', 'the host, after a scheme'],
  ])('cannot say the server, which is shown and looked up: %s, %s', async (url) => {
    const id = await withKey([{ name: 'port', value: '', secret: true }, plain('scheme', 'http://')])
    await api.setSecretVariable({ environmentId: id, name: 'port', value: '4711' }, context)
    const outcome = await send(id, { url })
    expect(outcome).toMatchObject({
      kind: 'not_sent',
      problems: [{ field: 'url', code: 'variable_secret_in_server' }],
    })
    expect(JSON.stringify(outcome)).not.toMatch(/sesame|4711/)
  })

  test('is set, listed by name, deleted with an empty value, and not read back', async () => {
    const id = await withKey()
    await Promise.all(
      ['a', '__proto__', 'constructor'].map((name) =>
        api.setSecretVariable({ environmentId: id, name, value: 'v' }, context),
      ),
    )
    expect((await api.listSecretVariables({ environmentId: id }, context))?.toSorted()).toEqual(
      ['__proto__', 'a', 'constructor', 'key'].toSorted(),
    )
    await api.setSecretVariable({ environmentId: id, name: 'a', value: '' }, context)
    expect(await api.listSecretVariables({ environmentId: id }, context)).not.toContain('a')
    const name = 'secret_variables' as const
    expect(await api.revealSecret({ environmentId: id, name }, context)).toMatchObject({ kind: 'not_there' })
    expect(await api.copySecret({ environmentId: id, name }, context)).not.toBeNull()
  })

  test('is deleted at rest when the environment is saved without its row, or with another name for it; the others stay', async () => {
    const more: Variable = { name: 'other', value: '', secret: true }
    const id = await withKey([more])
    const set = (name: string, value: string) => api.setSecretVariable({ environmentId: id, name, value }, context)
    await set('other', 'of-the-other')
    await set('never-declared', 'v')
    const listed = () => api.listSecretVariables({ environmentId: id }, context)
    await opened.change(id, { variables: [key, more] })
    expect((await listed())?.toSorted()).toEqual(['key', 'other'])
    await opened.change(id, { variables: [{ ...key, name: 'renamed' }, more] })
    expect(await listed()).toEqual(['other'])
    // The old name back again brings no old value back.
    await opened.change(id, { variables: [key, more] })
    expect(await send(id, { url: `${at.url}/{{key}}` })).toMatchObject({
      problems: [{ code: 'variable_secret_not_set' }],
    })
    await opened.change(id, { variables: [key, plain('other', '')] })
    expect(await listed()).toEqual([])
    expect(opened.workspace.secrets.get(id, 'secret_variables', 'current')).toBeNull()
  })

  test('of the sandbox, which lies in memory, is deleted with its row as well', async () => {
    await opened.change('sandbox', { variables: [key] })
    await api.setSecretVariable({ environmentId: 'sandbox', name: 'key', value: secretValue }, context)
    expect(await api.listSecretVariables({ environmentId: 'sandbox' }, context)).toEqual(['key'])
    await opened.change('sandbox', { variables: [] })
    expect(await api.listSecretVariables({ environmentId: 'sandbox' }, context)).toEqual([])
  })

  test('leaves the app only encrypted, and a file that has its value in clear is not written', async () => {
    const id = await withKey()
    const none: CallInput<'saveExport'> = {
      format: 'explorer',
      environmentIds: [id],
      secrets: { kind: 'none' },
      sign: false,
    }
    await api.saveExport(none, context)
    const text = [...opened.saved.values()].join()
    expect(text).toContain('"secret_variables"')
    expect(text).toContain('"omitted"')
    expect(text).not.toContain(secretValue)
    await opened.change(id, { notes: `use ${secretValue}` })
    expect(await api.saveExport(none, context)).toMatchObject({ kind: 'failed', reason: { code: 'secret_in_clear' } })
  })
})

describe('a file that brings variables', () => {
  async function importing(variables: readonly Variable[], url: string): Promise<string> {
    const value = { ...newEnvironment, ...at.environment, variables }
    const apiCalls = [{ ...newApiRequest, id: 'call-1', url, name: '', folder: '', notes: '' }]
    const text = sharedFile([{ ...value, id: 'a', apiCalls, secrets: {} }])
    const reading = await api.readImport(givenText(text, 'file.json'), context)
    if (reading.kind !== 'preview') throw new Error(JSON.stringify(reading))
    const { importId } = reading
    const result = await api.applyImport({ importId, choices: [{ id: 'a', choice: 'replace' }] }, context)
    if (result.kind !== 'applied') throw new Error(result.reason.code)
    return result.replaced[0] ?? result.added[0] ?? ''
  }
  /** As a person has it who uses the token of the environment. */
  const own = async () => {
    opened.workspace.environments.add({
      id: 'a',
      builtIn: false,
      value: { ...newEnvironment, ...at.environment, variables: [] },
    })
    await opened.change('a', { secrets: { client_secret: 'secret-of-the-client' } })
  }

  test('cannot lead the token to its server by a variable: a person is asked first', async () => {
    await own()
    const id = await importing([plain('host', other.url)], '{{host}}/x')
    const asked = await send(id, { url: '{{host}}/x' })
    expect(asked).toMatchObject({
      kind: 'not_sent',
      problems: [{ remedy: { secret: 'access_token', origin: other.url } }],
    })
    expect(other.received).toEqual([])
    expect(await allowAll(id, asked)).toEqual([`access_token ${other.url}`])
    expect(await send(id, { url: '{{host}}/x' })).toMatchObject({ kind: 'answered' })
  })

  test('cannot hide its server in a URL that is too long to be looked at', async () => {
    await own()
    const long = '{{p}}'.repeat(11)
    const id = await importing([plain('host', other.url), plain('p', 'a'.repeat(10_000))], `{{host}}/${long}`)
    const outcome = await send(id, { url: `{{host}}/${long}` })
    expect(outcome).toMatchObject({ kind: 'not_sent', problems: [{ code: 'variables_too_long' }] })
    expect(other.received).toEqual([])
  })

  test.each(['{{host}}/typed', '{{scheme}}://{{host}}', 'http:/{{slash}}'])(
    'cannot lead the token of a call that a person writes: %s',
    async (url) => {
      await own()
      const { host } = new URL(other.url)
      const base = url.includes('://{{host}}') ? host : other.url
      await api.saveWorkspaceVariables({ variables: [plain('scheme', 'http')] }, context)
      const variables = [plain('host', base), plain('slash', `/${host}`)]
      const id = await importing(variables, `${at.url}/x`)
      await allowAll(id, await send(id, { url: at.url }))
      const asked = await send(id, { url })
      expect(asked).toMatchObject({ kind: 'not_sent', problems: [{ remedy: { origin: other.url } }] })
      expect(other.received).toEqual([])
      await opened.change(id, { variables: [plain('host', `${base}/own`), plain('slash', `/${host}/own`)] })
      expect(await send(id, { url })).toMatchObject({ kind: 'answered' })
    },
  )

  test('names the server in the preview, with its variables resolved', async () => {
    const text = sharedFile([
      {
        ...newEnvironment,
        ...at.environment,
        variables: [plain('host', other.url)],
        id: 'b',
        apiCalls: [{ ...newApiRequest, id: 'call-2', url: '{{host}}/x', name: '', folder: '', notes: '' }],
        secrets: {},
      },
    ])
    const reading = await api.readImport(givenText(text, 'file.json'), context)
    expect(JSON.stringify(reading)).toContain(`"origin":"${other.url}"`)
  })

  test('a server that a person names in the variable later is their own', async () => {
    await own()
    const id = await importing([plain('host', 'https://file.invalid')], '{{host}}/x')
    await opened.change(id, { variables: [plain('host', other.url)] })
    expect(await send(id, { url: '{{host}}/x' })).toMatchObject({ kind: 'answered' })
  })

  test('a server that the file names around a variable is asked about when a person sets the variable', async () => {
    await own()
    const { port } = new URL(other.url)
    const url = `http://{{sub}}:${port}/x`
    const id = await importing([], url)
    await opened.change(id, { variables: [plain('sub', new URL(other.url).hostname)] })
    expect(await send(id, { url })).toMatchObject({
      kind: 'not_sent',
      problems: [{ remedy: { secret: 'access_token' } }],
    })
    expect(other.received).toEqual([])
  })
})
