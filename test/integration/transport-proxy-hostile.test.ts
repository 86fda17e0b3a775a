import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mark } from '../../electron/common/mask-token.ts'
import { maskOfExchange, redact } from '../../electron/core/redaction/redact.ts'
import { type Authority, makeAuthority } from './transport-authority.ts'
import { connectProxy, proxyAt } from './transport-proxies.ts'
import { closing, get, limits, over, post, text, through } from './transport-requests.ts'
import { answering, listen, secureServer } from './transport-servers.ts'
import { sentenceOf } from './failure-sentence.ts'

const { keep, newTransport } = closing()
const target = 'https://as.example.invalid/token'

let authority: Authority
let secure: Awaited<ReturnType<typeof secureServer>>
beforeAll(async () => {
  authority = await makeAuthority()
  secure = await secureServer(await authority.issue('IP:127.0.0.1,DNS:as.example.invalid'))
})
afterAll(() => Promise.all([authority.remove(), secure.close()]))

const named = () => `https://as.example.invalid:${secure.port}/`

describe('an http proxy', () => {
  it('N6: proxy 407: says that it wants credentials, and how, and nothing of the request reaches it', async () => {
    const answer =
      'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n'
    const proxy = keep(await answering(answer))
    const network = through(proxyAt('http', proxy.port, 'user', 'secret'))
    const { failure, response, connection } = await newTransport()(post(target), over(network))
    expect(failure).toMatchObject({
      code: 'proxy_authentication',
      phase: 'proxy',
      host: '127.0.0.1',
      port: proxy.port,
      evidence: { reason: 'answered', status: '407', statusText: 'Proxy Authentication Required', wants: 'Negotiate' },
    })
    expect([response, connection]).toEqual([null, null])
    expect(proxy.received()).toMatch(/^CONNECT as\.example\.invalid:443 HTTP\/1\.1\r\n/)
    expect(proxy.received()).toContain('Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=\r\n')
    expect(proxy.received()).not.toContain('client_secret')
  })

  it.each([
    [
      '502 with a page',
      'HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\n\r\n<h1>Sorry',
      'proxy_refused',
      '502 Bad Gateway',
    ],
    ['a redirect to a login', 'HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\n\r\n', 'proxy_refused', '302'],
    ['garbage', 'SSH-2.0-OpenSSH_9.2\r\n', 'malformed_http', ''],
    ['a header section without end', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(200_000)}`, 'headers_too_large', ''],
  ])('that answers %s is named as the one at fault', async (_, answer, code, detail) => {
    const proxy = keep(await answering(answer))
    const { failure, response } = await newTransport()(post(target), over(through(proxyAt('http', proxy.port))))
    expect(failure).toMatchObject({ code, phase: 'proxy', host: '127.0.0.1', port: proxy.port })
    expect(sentenceOf(failure)).toContain(detail)
    expect(response).toBeNull()
    expect(proxy.received()).not.toContain('client_secret')
  })

  it('that answers at length, and with the credentials in it, is quoted shortly and without them', async () => {
    const basic = Buffer.from('anna:proxy-password').toString('base64')
    const answer = `HTTP/1.1 403 no ${basic} proxy-password ${'x'.repeat(5000)}\r\n\r\n`
    const { port } = keep(await answering(answer))
    const { failure } = await newTransport()(
      get(target),
      over(through(proxyAt('http', port, 'anna', 'proxy-password'))),
    )
    expect(failure?.code).toBe('proxy_refused')
    expect(failure?.evidence['statusText']).toMatch(/^no •+ •+ x+…$/)
    expect(failure?.evidence['statusText']?.length).toBeLessThan(250)
  })

  it('that answers 407 to the request itself has answered: not JSON: text/html, with a preview', async () => {
    const page = '<html>Sign in to the proxy</html>'
    const head = `HTTP/1.1 407 No\r\nContent-Type: text/html\r\nContent-Length: ${page.length}\r\n\r\n`
    const { port } = keep(await answering(head + page))
    const { failure, response } = await newTransport()(get('http://as.example/'), over(through(proxyAt('http', port))))
    expect(failure).toBeNull()
    expect(response).toMatchObject({ status: 407, truncated: false })
    expect(response?.headers).toContainEqual(['Content-Type', 'text/html'])
    expect(text(response?.body)).toBe(page)
  })

  it('that is asked in the request itself has no phase', async () => {
    const { port } = keep(await answering('HTTP/1.1 204 No\r\n\r\n'))
    const { timings, connection } = await newTransport()(
      get('http://as.example/'),
      over(through(proxyAt('http', port))),
    )
    expect(timings).toMatchObject({ proxy: null, tls: null, connect: expect.any(Number) })
    expect(connection?.proxy).toBe(`http://127.0.0.1:${port}`)
  })

  it('is sent what the record shows, and the stored exchange hides the credentials', async () => {
    const { port, received } = keep(await answering('HTTP/1.1 204 No\r\n\r\n'))
    const network = through(proxyAt('http', port, 'anna', 'proxy-password'))
    const transcript = await newTransport()(get('http://as.example/token?x=1'), over(network))
    const lines = transcript.request.headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    expect(received()).toBe(`GET http://as.example/token?x=1 HTTP/1.1\r\n${lines}\r\n`)
    expect(lines).toContain('Proxy-Authorization: Basic ')
    const about = {
      id: 'e',
      environmentId: null,
      purpose: 'api',
      redirectedFrom: null,
      retryOf: null,
      causedBy: null,
      flowId: 'flow',
    } as const
    const { request } = redact(transcript, { ...about, clientAuthentication: null }, maskOfExchange(transcript, []))
    expect(request.headers).toContainEqual(['Proxy-Authorization', `Basic ${mark}`])
    expect(JSON.stringify(request)).not.toMatch(/proxy-password|YW5uYTpwcm94/)
  })

  it('may answer any success, and speak first', async () => {
    const proxy = keep(await answering('HTTP/1.1 299 Go\r\n\r\nHTTP/1.1 400 this is no TLS\r\n\r\n'))
    const { failure } = await newTransport()(post(target), over(through(proxyAt('http', proxy.port))))
    expect(failure).toMatchObject({ code: 'tls_other', phase: 'tls', host: 'as.example.invalid', port: 443 })
  })
})

describe.each(['http', 'https', 'socks4', 'socks5'] as const)('a proxy of type %s', (protocol) => {
  it('that hangs up is a reset in phase proxy', async () => {
    const proxy = keep(await listen((socket) => socket.once('data', () => socket.end())))
    const { failure } = await newTransport()(post(target), over(through(proxyAt(protocol, proxy.port))))
    expect(failure).toMatchObject({ code: 'reset', phase: 'proxy', host: '127.0.0.1', port: proxy.port })
  })

  it('that says nothing ends with the time limit', async () => {
    const proxy = keep(await listen(() => {}))
    const network = through(proxyAt(protocol, proxy.port))
    const { failure, timings } = await newTransport()(
      post(target),
      over(network, { limits: { ...limits, connect: 200 } }),
    )
    expect(failure).toMatchObject({ code: 'timeout', phase: 'proxy', host: '127.0.0.1', port: proxy.port })
    expect(timings.tls).toBeNull()
  })

  it('that hangs is left when the request is cancelled', async () => {
    const closed = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const proxy = keep(
      await listen((socket) => {
        socket.once('data', () => asked.resolve())
        socket.once('close', () => closed.resolve())
      }),
    )
    const abort = new AbortController()
    const sent = newTransport()(post(target), over(through(proxyAt(protocol, proxy.port)), { signal: abort.signal }))
    await asked.promise
    abort.abort()
    expect((await sent).failure).toMatchObject({ code: 'cancelled', phase: 'proxy' })
    await closed.promise
  })
})

describe('an https proxy', () => {
  it('that is trusted passes on, within its own TLS', async () => {
    const proxy = keep(await connectProxy(await authority.issue('IP:127.0.0.1')))
    const network = through(proxyAt('https', proxy.port, 'user', 'secret'), { ca: [authority.ca] })
    const transport = newTransport()
    const first = await transport(get(named()), over(network))
    const second = await transport(get(named()), over(network))
    expect(first.failure).toBeNull()
    expect(text(first.response?.body)).toBe('hello')
    expect(first.connection).toMatchObject({ proxy: `https://127.0.0.1:${proxy.port}`, remotePort: proxy.port })
    expect(first.tls?.chain[0]?.subjectAltName).toContain('as.example.invalid')
    expect(second.connection?.reused).toBe(true)
    expect(proxy.asked()).toEqual([`as.example.invalid:${secure.port}`])
  })

  it.each([
    ['is self-signed', 'tls_self_signed', () => authority.selfSigned()],
    ['is for another host', 'tls_wrong_host', () => authority.issue('DNS:other.example')],
    ['has expired', 'tls_expired', () => authority.issue('IP:127.0.0.1', { from: -9, until: -2 })],
    ['is for clients', 'tls_other', () => authority.issue('IP:127.0.0.1', { usage: 'clientAuth' })],
  ] as const)('whose certificate %s is asked nothing', async (_, code, identity) => {
    const proxy = keep(await connectProxy(await identity()))
    const network = through(proxyAt('https', proxy.port, 'user', 'secret'), { ca: [authority.ca] })
    for (const url of [named(), 'http://as.example.invalid/']) {
      const { failure, tls, response } = await newTransport()(post(url), over(network))
      expect(failure).toMatchObject({ code, phase: 'proxy', host: '127.0.0.1', port: proxy.port })
      expect(tls).toMatchObject({ trusted: false })
      expect(response).toBeNull()
    }
    expect(proxy.asked()).toEqual([])
  })

  it('is not trusted for the fingerprint that is accepted of the target', async () => {
    const identity = await authority.selfSigned()
    const { X509Certificate } = await import('node:crypto')
    const acceptedCertificate = new X509Certificate(identity.cert).fingerprint256
    const proxy = keep(await connectProxy(identity))
    const network = through(proxyAt('https', proxy.port), { acceptedCertificate })
    const { failure } = await newTransport()(post(named()), over(network))
    expect(failure).toMatchObject({ code: 'tls_self_signed', phase: 'proxy' })
    expect(proxy.asked()).toEqual([])
  })
})
