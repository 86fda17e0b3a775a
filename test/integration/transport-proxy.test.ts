import http from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maskOfExchange, redact } from '../../electron/core/redaction/redact.ts'
import { bypassesProxy } from '../../electron/core/proxy/proxy-bypass.ts'
import type { Transcript } from '../../electron/core/http/transcript.ts'
import { missingProxy, type ProxyProgram, startMicrosocks, startTinyproxy } from '../support/proxy-programs.ts'
import { because } from '../support/skipped.ts'
import { type Authority, makeAuthority } from './transport-authority.ts'
import { proxyAt } from './transport-proxies.ts'
import { closing, get, over, post, text, through } from './transport-requests.ts'
import { listen, open, secureServer } from './transport-servers.ts'
import { sentenceOf } from './failure-sentence.ts'

const { keep, newTransport } = closing()
const password = 'correct horse é'

let authority: Authority
let secure: Awaited<ReturnType<typeof secureServer>>
let plain: { url: string; close: () => Promise<void>; targets: string[] }
beforeAll(async () => {
  authority = await makeAuthority()
  secure = await secureServer(await authority.issue('IP:127.0.0.1,DNS:localhost'))
  const targets: string[] = []
  const server = http.createServer((request, response) => {
    targets.push(request.url ?? '')
    response.end(JSON.stringify(request.headers))
  })
  const { port, close } = await open(server)
  plain = { url: `http://127.0.0.1:${port}/`, close, targets }
})
afterAll(async () => {
  await Promise.all([authority.remove(), secure.close(), plain.close()])
})

const trusting = () => ({ ca: [authority.ca] })

/** A port of loopback where nobody listens. */
async function deadPort(): Promise<number> {
  const { port, close } = await listen(() => {})
  await close()
  return port
}

const masked = (transcript: Transcript) =>
  redact(
    transcript,
    {
      id: '1',
      environmentId: null,
      purpose: 'token',
      redirectedFrom: null,
      retryOf: null,
      causedBy: null,
      flowId: 'flow',
      clientAuthentication: null,
    },
    maskOfExchange(transcript, [password]),
  )

const missingTinyproxy = missingProxy('tinyproxy')
describe.skipIf(missingTinyproxy !== null)(`tinyproxy${because(missingTinyproxy)}`, () => {
  let free: ProxyProgram
  let guarded: ProxyProgram
  beforeAll(async () => {
    free = await startTinyproxy()
    guarded = await startTinyproxy('BasicAuth user secret')
  })
  afterAll(() => Promise.all([free.close(), guarded.close()]))

  it('passes on what is for an https target, by CONNECT', async () => {
    const { failure, response, connection, timings, tls, request } = await newTransport()(
      get(secure.url),
      over(through(proxyAt('http', free.port), trusting())),
    )
    expect(failure).toBeNull()
    expect(text(response?.body)).toBe('hello')
    expect(connection).toMatchObject({
      proxy: `http://127.0.0.1:${free.port}`,
      remoteAddress: '127.0.0.1',
      remotePort: free.port,
    })
    expect(timings.proxy).toBeTypeOf('number')
    expect(timings.tls).toBeTypeOf('number')
    expect(tls?.trusted).toBe(true)
    expect(request.headers.map(([name]) => name)).not.toContain('Proxy-Authorization')
  })

  it('passes on what is for an http target, by its absolute form', async () => {
    const { failure, response, connection } = await newTransport()(
      get(`${plain.url}a?b=c`),
      over(through(proxyAt('http', free.port))),
    )
    expect(failure).toBeNull()
    expect(response?.headers.map(([name]) => name.toLowerCase())).toContain('via')
    expect(plain.targets.at(-1)).toBe('/a?b=c')
    expect(connection?.proxy).toBe(`http://127.0.0.1:${free.port}`)
  })

  it.each(['http', 'https'])('takes the right credentials for an %s target', async (scheme) => {
    const url = scheme === 'http' ? plain.url : secure.url
    const proxy = proxyAt('http', guarded.port, 'user', 'secret')
    const { failure, response, request } = await newTransport()(get(url), over(through(proxy, trusting())))
    expect(failure).toBeNull()
    expect(response?.status).toBe(200)
    expect(response === null ? '' : text(response.body)).not.toContain('proxy-authorization')
    expect(request.headers.some(([name]) => name === 'Proxy-Authorization')).toBe(scheme === 'http')
  })

  it.each([
    ['wrong', 'user', 'other'],
    ['no', '', ''],
  ])('refuses %s credentials of an https target', async (_, user, secret) => {
    const reached = secure.requests()
    const proxy = proxyAt('http', guarded.port, user, secret)
    const { failure, connection, response } = await newTransport()(post(secure.url), over(through(proxy, trusting())))
    expect(failure).toMatchObject({
      code: 'proxy_authentication',
      phase: 'proxy',
      host: '127.0.0.1',
      port: guarded.port,
    })
    expect(sentenceOf(failure)).toMatch(/The proxy answered 40[17] .*\. It accepts: Basic/)
    expect([connection, response]).toEqual([null, null])
    expect(secure.requests()).toBe(reached)
  })

  it('answers an http target itself when the credentials are wrong', async () => {
    const proxy = proxyAt('http', guarded.port, 'user', password)
    const transcript = await newTransport()(get(plain.url), over(through(proxy)))
    // tinyproxy says 401 where it means 407.
    expect([401, 407]).toContain(transcript.response?.status)
    expect(transcript.request.headers).toContainEqual([
      'Proxy-Authorization',
      `Basic ${Buffer.from(`user:${password}`).toString('base64')}`,
    ])
    const shown = JSON.stringify(masked(transcript))
    expect(shown).toContain('Proxy-Authorization')
    expect(shown).not.toContain(Buffer.from(`user:${password}`).toString('base64'))
    expect(shown).not.toContain(password)
  })

  it('that does not reach the target is said to refuse', async () => {
    const port = await deadPort()
    const network = through(proxyAt('http', free.port), trusting())
    const secured = await newTransport()(get(`https://127.0.0.1:${port}/`), over(network))
    const open = await newTransport()(get(`http://127.0.0.1:${port}/`), over(network))
    expect(secured.failure).toMatchObject({ code: 'proxy_refused', phase: 'proxy', port: free.port })
    expect(sentenceOf(secured.failure)).toMatch(/The proxy answered 50\d/)
    expect(open.failure).toBeNull()
    expect(open.response?.status).toBeGreaterThanOrEqual(500)
  })

  it('that does not connect to the port is said to refuse', async () => {
    const strict = keep(await startTinyproxy('ConnectPort 443'))
    const network = through(proxyAt('http', strict.port), trusting())
    const { failure } = await newTransport()(get(secure.url), over(network))
    expect(failure).toMatchObject({ code: 'proxy_refused', phase: 'proxy' })
    expect(sentenceOf(failure)).toContain('403')
  })

  it('is gone around by what the list says', async () => {
    const network = {
      ...trusting(),
      proxyFor: async (url: string) =>
        bypassesProxy(url, `127.0.0.1:${secure.port}`) ? null : proxyAt('http', free.port),
    }
    const transport = newTransport()
    const around = await transport(get(secure.url), over(network))
    const through = await transport(get(`https://localhost:${secure.port}/`), over(network))
    expect([around.connection?.proxy, around.connection?.remotePort]).toEqual([null, secure.port])
    expect(around.timings.proxy).toBeNull()
    expect(through.connection?.proxy).toBe(`http://127.0.0.1:${free.port}`)
  })
})

const missingMicrosocks = missingProxy('microsocks')
describe.skipIf(missingMicrosocks !== null)(`microsocks${because(missingMicrosocks)}`, () => {
  let free: ProxyProgram
  let guarded: ProxyProgram
  beforeAll(async () => {
    free = await startMicrosocks()
    guarded = await startMicrosocks('-u', 'user', '-P', 'secret')
  })
  afterAll(() => Promise.all([free.close(), guarded.close()]))

  it.each(['http', 'https'])('passes on what is for an %s target, whose name it looks up itself', async (scheme) => {
    const url = (scheme === 'http' ? plain.url : secure.url).replace('127.0.0.1', 'localhost')
    const { failure, response, connection, timings } = await newTransport()(
      get(url),
      over(through(proxyAt('socks5', free.port), trusting())),
    )
    expect(failure).toBeNull()
    expect(response?.status).toBe(200)
    expect(connection).toMatchObject({ proxy: `socks5://127.0.0.1:${free.port}`, remotePort: free.port })
    expect(timings.dns).toBeNull()
    expect(timings.proxy).toBeTypeOf('number')
  })

  it('takes the right credentials', async () => {
    const proxy = proxyAt('socks5', guarded.port, 'user', 'secret')
    expect((await newTransport()(get(secure.url), over(through(proxy, trusting())))).failure).toBeNull()
  })

  it.each([
    ['wrong', 'user', password],
    ['no', '', ''],
  ])('refuses %s credentials', async (_, user, secret) => {
    const reached = secure.requests()
    const proxy = proxyAt('socks5', guarded.port, user, secret)
    const transcript = await newTransport()(post(secure.url), over(through(proxy, trusting())))
    expect(transcript.failure).toMatchObject({
      code: 'proxy_authentication',
      phase: 'proxy',
      host: '127.0.0.1',
      port: guarded.port,
    })
    expect(JSON.stringify(transcript)).not.toContain(password)
    expect(secure.requests()).toBe(reached)
  })

  it('that does not reach the target is said to refuse', async () => {
    const network = through(proxyAt('socks5', free.port), trusting())
    const { failure } = await newTransport()(get(`https://127.0.0.1:${await deadPort()}/`), over(network))
    expect(failure).toMatchObject({ code: 'proxy_refused', phase: 'proxy', port: free.port })
  })
})

describe('a proxy that is down', () => {
  it.each(['http', 'https', 'socks4', 'socks5'] as const)('is named by its host and port: %s', async (protocol) => {
    const port = await deadPort()
    for (const url of [plain.url, secure.url]) {
      const { failure, connection, timings } = await newTransport()(get(url), over(through(proxyAt(protocol, port))))
      expect(failure).toMatchObject({ code: 'refused', phase: 'connect', host: '127.0.0.1', port })
      expect(failure?.evidence).toMatchObject({ proxy: 'yes' })
      expect(connection).toBeNull()
      expect(timings.proxy).toBeNull()
    }
  })

  it('is named when its name is unknown', async () => {
    const proxy = { ...proxyAt('http', 3128), host: 'no-such-proxy.invalid' }
    const { failure } = await newTransport()(get(secure.url), over(through(proxy)))
    expect(failure).toMatchObject({ code: 'name_not_found', phase: 'dns', host: 'no-such-proxy.invalid', port: 3128 })
  })
})
