import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { misbehavingServers } from './misbehaving-servers.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

/** What reads public documents carries a secret all the same: the password of the proxy. */
let opened: TestApi
const { serve, closeAll } = misbehavingServers()

beforeEach(() => {
  opened = openTestApi(null)
})
afterEach(() => opened.close())
afterAll(closeAll)

const password = 'Pr0xy/pass word'

test.each([
  ['in words', `Wrong: ${password}`],
  ['in a token of JSON', JSON.stringify({ detail: `Proxy-Authorization was Basic ${btoa(`anna:${password}`)}` })],
  ['as a page', `<h1>407</h1><p>${encodeURIComponent(password)} is not right</p>`],
])('a proxy that repeats its password %s does not make metadata or keys show it', async (_, body) => {
  const proxy = await serve((__, response) => {
    response.writeHead(502, `no ${password}`, { 'content-type': 'text/plain' })
    response.end(body)
  })
  const explicit = { mode: 'explicit', url: proxy.url, username: 'anna', bypass: '' } as const
  const unsaved = {
    environmentId: null,
    stage: 'development',
    network: { ...newEnvironment.network, proxy: explicit },
    secrets: { proxy_password: password },
  } as const
  const { api } = opened
  const outcomes = [
    await api.discover({ ...unsaved, issuer: 'http://127.0.0.9' }, context),
    await api.listKeys({ ...unsaved, jwks_uri: 'http://127.0.0.9/jwks' }, context),
  ]
  const exchanges = await api.listExchanges({ environmentId: null, limit: 10 }, context)
  const recorded = await Promise.all(exchanges.map(({ id }) => api.getExchange({ id }, context)))
  const shown = JSON.stringify([outcomes, recorded])
  expect(proxy.requests.map(({ url }) => url)).toContain('http://127.0.0.9/jwks')
  expect(shown).toContain('••••')
  for (const secret of [password, btoa(`anna:${password}`), encodeURIComponent(password)])
    expect(shown).not.toContain(secret)
})
