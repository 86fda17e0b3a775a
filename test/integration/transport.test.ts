import http from 'node:http'
import https from 'node:https'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTransport } from '../../electron/core/http/transport.ts'
import type { HttpRequest, SendOptions } from '../../electron/core/http/transcript.ts'
import { type Authority, type Identity, makeAuthority } from './transport-authority.ts'
import { answering, listen, open } from './transport-servers.ts'

const options: SendOptions = {
  signal: new AbortController().signal,
  limits: { connect: 5000, firstByte: 5000, total: 10_000 },
  maxBytes: 1_000_000,
}

const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: [], body: null })
const text = (body: Uint8Array | undefined) => Buffer.from(body ?? []).toString()

describe('over TLS', () => {
  let authority: Authority
  const closing: (() => unknown)[] = []

  beforeAll(async () => {
    authority = await makeAuthority()
    closing.push(authority.remove)
  })

  afterAll(async () => {
    for (const close of closing) await close()
  })

  /** A server that counts the requests which reach it. */
  async function secure(identity: Identity, tls: https.ServerOptions = {}) {
    let requests = 0
    const server = https.createServer({ ...identity, ...tls }, (_, response) => {
      requests += 1
      response.end('hello')
    })
    const { port, close } = await open(server)
    closing.push(close)
    return { port, requests: () => requests }
  }

  function trusting() {
    const transport = createTransport({ ca: [authority.ca] })
    closing.push(transport.close)
    return transport
  }

  it.each([
    ['tls_expired', 'CERT_HAS_EXPIRED', () => authority.issue('IP:127.0.0.1', -9, -2)],
    ['tls_not_yet_valid', 'CERT_NOT_YET_VALID', () => authority.issue('IP:127.0.0.1', 2, 9)],
    ['tls_wrong_host', 'ERR_TLS_CERT_ALTNAME_INVALID', () => authority.issue('DNS:other.example')],
    ['tls_self_signed', 'DEPTH_ZERO_SELF_SIGNED_CERT', () => authority.selfSigned()],
  ] as const)('refuses %s, shows the chain and sends nothing', async (code, problem, identity) => {
    const server = await secure(await identity())
    const request = {
      ...get(`https://127.0.0.1:${server.port}/`),
      method: 'POST',
      body: Buffer.from('client_secret=x'),
    }
    const { failure, tls, response, timings } = await trusting()(request, options)
    expect(failure).toMatchObject({ code, nodeCode: problem, phase: 'tls', port: server.port })
    expect(tls).toMatchObject({ trusted: false, problem })
    expect(tls?.chain[0]?.fingerprint256).toMatch(/^[0-9A-F:]{95}$/)
    expect(tls?.chain[0]?.validTo).toBeGreaterThan(0)
    expect(response).toBeNull()
    expect(timings.send).toBeNull()
    expect(server.requests()).toBe(0)
  })

  it('refuses an authority that it does not know', async () => {
    const server = await secure(await authority.issue('IP:127.0.0.1'))
    const { failure, tls } = await createTransport()(get(`https://127.0.0.1:${server.port}/`), options)
    expect(failure).toMatchObject({ code: 'tls_unknown_ca', nodeCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
    expect(tls?.chain[0]?.issuer).toContain('CN=Test CA')
    expect(server.requests()).toBe(0)
  })

  it('refuses a server whose newest version is TLS 1.1', async () => {
    const server = await secure(await authority.issue('IP:127.0.0.1'), {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    })
    const { failure } = await trusting()(get(`https://127.0.0.1:${server.port}/`), options)
    expect(failure).toMatchObject({ code: 'tls_other', phase: 'tls' })
  })

  it('says when what answers does not speak TLS', async () => {
    const server = await answering('HTTP/1.1 400 Bad Request\r\n\r\n')
    closing.push(server.close)
    const { failure } = await trusting()(get(`https://127.0.0.1:${server.port}/`), options)
    expect(failure).toMatchObject({ code: 'tls_other', phase: 'tls' })
    expect(failure?.detail).toContain('does not speak TLS')
  })

  it('says when the server hangs up in the handshake', async () => {
    const server = await listen((socket) => socket.once('data', () => socket.destroy()))
    closing.push(server.close)
    expect((await trusting()(get(`https://127.0.0.1:${server.port}/`), options)).failure).toMatchObject({
      code: 'reset',
      phase: 'tls',
    })
  })

  it('tells the facts of a trusted connection, also when it is reused', async () => {
    const server = await secure(await authority.issue('IP:127.0.0.1,DNS:localhost'))
    const transport = trusting()
    const first = await transport(get(`https://localhost:${server.port}/`), options)
    const second = await transport(get(`https://localhost:${server.port}/`), options)
    expect(first.failure).toBeNull()
    expect(first.tls).toMatchObject({ protocol: 'TLSv1.3', alpn: 'http/1.1', trusted: true, problem: null })
    expect(first.tls?.chain.map(({ subject }) => subject).at(-1)).toContain('CN=')
    expect(first.tls?.chain[0]?.subjectAltName).toBe('IP Address:127.0.0.1, DNS:localhost')
    expect(first.connection).toMatchObject({ reused: false, remotePort: server.port })
    expect(first.timings.dns).toBeTypeOf('number')
    expect(first.timings.tls).toBeTypeOf('number')
    expect(second.connection).toEqual({ ...first.connection, reused: true })
    expect(second.tls).toEqual(first.tls)
    expect(second.timings).toMatchObject({ dns: null, connect: null, tls: null })
  })
})

describe('the bytes of a request', () => {
  const answer = 'HTTP/1.1 200 Fine\r\nX-a: 1\r\nx-A: 2\r\nContent-Length: 2\r\n\r\nok'

  it.each([
    ['GET', null],
    ['POST', 'grant_type=client_credentials&scope=é'],
    ['POST', null],
    ['DELETE', null],
    ['PATCH', '{}'],
    ['OPTIONS', null],
  ])('are what the transcript says: %s with body %s', async (method, body) => {
    const server = await answering(answer)
    const transport = createTransport()
    const request: HttpRequest = {
      method,
      url: `http://127.0.0.1:${server.port}/a%20b?c=d&e=%C3%A9#fragment`,
      headers: [
        ['X-Odd-Case', 'one'],
        ['x-odd-case', 'two'],
        ['Content-Length', '999'],
        ['Accept', 'application/json'],
      ],
      body: body === null ? null : Buffer.from(body),
    }
    const { request: sent, response, failure } = await transport(request, options)
    const head = [`${method} /a%20b?c=d&e=%C3%A9 HTTP/1.1`, ...sent.headers.map(([name, value]) => `${name}: ${value}`)]
    expect(failure).toBeNull()
    expect(Buffer.from(server.received(), 'latin1').toString()).toBe(`${head.join('\r\n')}\r\n\r\n${body ?? ''}`)
    expect(sent.headers[0]).toEqual(['Host', `127.0.0.1:${server.port}`])
    expect(sent.headers.filter(([name]) => /content-length/i.test(name))).toHaveLength(
      method === 'GET' || method === 'DELETE' || method === 'OPTIONS' ? 0 : 1,
    )
    expect(response).toMatchObject({
      status: 200,
      statusText: 'Fine',
      httpVersion: '1.1',
      headers: [
        ['X-a', '1'],
        ['x-A', '2'],
        ['Content-Length', '2'],
      ],
      wireBytes: 2,
      truncated: false,
    })
    transport.close()
    await server.close()
  })
})

describe('an answer', () => {
  const page = 'Grüße, '.repeat(1000)
  const packers: Record<string, (bytes: Buffer) => Buffer> = {
    gzip: (bytes) => gzipSync(bytes),
    deflate: (bytes) => deflateSync(bytes),
    'DEFLATE ': (bytes) => deflateRawSync(bytes),
    br: (bytes) => brotliCompressSync(bytes),
    'gzip, br': (bytes) => brotliCompressSync(gzipSync(bytes)),
    zstd: (bytes) => bytes,
    identity: (bytes) => bytes,
  }

  it.each(Object.entries(packers))('packed with %s is unpacked, its size on the wire counted', async (coding, pack) => {
    const packed = pack(Buffer.from(page))
    const server = await open(
      http.createServer((_, response) => {
        response.setHeader('Content-Encoding', coding)
        response.write(packed.subarray(0, 10))
        response.end(packed.subarray(10))
      }),
    )
    const transport = createTransport()
    const { response, failure } = await transport(get(`http://127.0.0.1:${server.port}/`), options)
    expect(failure).toBeNull()
    expect(text(response?.body)).toBe(page)
    expect(response?.wireBytes).toBe(packed.length)
    transport.close()
    await server.close()
  })

  it.each([
    ['HEAD', 200],
    ['GET', 204],
    ['GET', 304],
  ])('to %s with status %i has no body, whatever its headers say', async (method, status) => {
    const server = await open(
      http.createServer((_, response) => response.writeHead(status, { 'Content-Encoding': 'gzip' }).end()),
    )
    const transport = createTransport()
    const { response, failure } = await transport({ ...get(`http://127.0.0.1:${server.port}/`), method }, options)
    expect(failure).toBeNull()
    expect(response).toMatchObject({ status, wireBytes: 0, truncated: false })
    transport.close()
    await server.close()
  })

  it('with a redirect is not followed', async () => {
    const server = await answering('HTTP/1.1 307 Go\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n')
    const { response } = await createTransport()(get(`http://127.0.0.1:${server.port}/`), options)
    expect(response?.status).toBe(307)
    expect(server.received().match(/HTTP\/1\.1/g)).toHaveLength(1)
    await server.close()
  })

  it('comes from an IPv6 literal too', async () => {
    const server = await open(
      http.createServer((request, response) => response.end(request.headers.host)),
      '::1',
    )
    const transport = createTransport()
    const { response, connection } = await transport(get(`http://[::1]:${server.port}/`), options)
    expect(text(response?.body)).toBe(`[::1]:${server.port}`)
    expect(connection?.remoteAddress).toBe('::1')
    transport.close()
    await server.close()
  })

  it('comes from localhost on whichever address listens', async () => {
    const server = await open(
      http.createServer((_, response) => response.end('here')),
      '127.0.0.1',
    )
    const transport = createTransport()
    const { response } = await transport(get(`http://localhost:${server.port}/`), options)
    expect(text(response?.body)).toBe('here')
    transport.close()
    await server.close()
  })

  it('leaves nothing behind on a signal that is used for many requests', async () => {
    const server = await open(http.createServer((_, response) => response.end('here')))
    const transport = createTransport()
    const abort = new AbortController()
    let listeners = 0
    const { signal } = abort
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1
      add(...args)
    }
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1
      remove(...args)
    }
    for (let count = 0; count < 20; count += 1)
      await transport(get(`http://127.0.0.1:${server.port}/`), { ...options, signal })
    expect(listeners).toBe(0)
    transport.close()
    await server.close()
  })
})
