import http from 'node:http'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createTransport } from '../../electron/core/http/transport.ts'
import type { HttpRequest } from '../../electron/core/http/transcript.ts'
import { get, options, text } from './transport-requests.ts'
import { answering, open } from './transport-servers.ts'

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
    const { request: sent, response, failure } = await transport(request, options())
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
    snappy: (bytes) => bytes,
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
    const { response, failure } = await transport(get(`http://127.0.0.1:${server.port}/`), options())
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
  ])('to %s with status %i has no body, regardless of its headers', async (method, status) => {
    const server = await open(
      http.createServer((_, response) => response.writeHead(status, { 'Content-Encoding': 'gzip' }).end()),
    )
    const transport = createTransport()
    const { response, failure } = await transport({ ...get(`http://127.0.0.1:${server.port}/`), method }, options())
    expect(failure).toBeNull()
    expect(response).toMatchObject({ status, wireBytes: 0, truncated: false })
    transport.close()
    await server.close()
  })

  it('with a redirect is not followed', async () => {
    const server = await answering('HTTP/1.1 307 Go\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n')
    const { response } = await createTransport()(get(`http://127.0.0.1:${server.port}/`), options())
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
    const { response, connection } = await transport(get(`http://[::1]:${server.port}/`), options())
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
    const { response } = await transport(get(`http://localhost:${server.port}/`), options())
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
      await transport(get(`http://127.0.0.1:${server.port}/`), options({ signal }))
    expect(listeners).toBe(0)
    transport.close()
    await server.close()
  })
})
