import { afterEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { serve } from '../support/fault-server.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

/** The proxy of the system, whose URL carries its credentials on the command line. */
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

function openBehind(proxy: string): TestApi {
  const opened = openTestApi(null, { systemProxy: async () => proxy })
  closing.push(() => opened.close())
  return opened
}

const secrets = { client_secret: 'secret-of-the-client' }
const token_endpoint = 'http://as.invalid/token'

test.each([
  ['percent-encoded', 'us%65r:p%40ss%2Fw%C3%B6rd%25', 'user:p@ss/wörd%'],
  ['as they are', 'user:p@ss/word%', 'user:p@ss/word%'],
  ['without a password', 'user', 'user:'],
])('is given its credentials when they are %s', async (_, written, meant) => {
  let given = ''
  const proxy = await serve((request, response) => {
    given = String(request.headers['proxy-authorization'])
    response.end()
  })
  closing.push(proxy.close)
  const { api, add } = openBehind(proxy.url.replace('//', `//${written}@`))
  await api.requestToken({ environmentId: await add({ token_endpoint, client_id: 'c' }, secrets) }, context)
  expect(Buffer.from(given.replace(/^Basic /, ''), 'base64').toString()).toBe(meant)
})

test('that is not understood is reported without its password, by the preview, by curl and by the request', async () => {
  const { api, add, copied } = openBehind('quic://user:password-of-it@x@proxy.example:443')
  const environmentId = await add({ token_endpoint, client_id: 'c' }, secrets)
  const value = { ...newEnvironment, name: 'Test', token_endpoint, client_id: 'c' }
  const outcomes = [
    await api.previewTokenRequest({ environmentId, value, secrets: {}, reveal: false }, context),
    await api.copyAsCurl({ kind: 'token', environmentId }, context),
    await api.requestToken({ environmentId }, context),
  ]
  expect(outcomes).toMatchObject([
    { kind: 'not_sent', problems: [{ field: 'network.proxy.mode', evidence: { url: 'quic://proxy.example:443' } }] },
    { kind: 'not_sent', problems: [{ field: 'network.proxy.mode', evidence: { url: 'quic://proxy.example:443' } }] },
    { kind: 'unreachable', failure: { code: 'proxy_unknown', evidence: { url: 'quic://proxy.example:443' } } },
  ])
  expect(JSON.stringify(outcomes)).not.toMatch(/password-of-it|x@/)
  expect(copied).toEqual([])
})
