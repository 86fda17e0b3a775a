import { once } from 'node:events'
import { deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createTransport } from '../../electron/core/http/transport.ts'
import type { HttpRequest, SendOptions } from '../../electron/core/http/transcript.ts'
import { answering, type Listening, listen } from './transport-servers.ts'

const transport = createTransport()
const open: Listening[] = []

async function started(server: Promise<Listening>): Promise<Listening> {
  const listening = await server
  open.push(listening)
  return listening
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

const limits = { connect: 2000, firstByte: 2000, total: 4000 }
const options = (change: Partial<SendOptions> = {}): SendOptions => ({
  signal: new AbortController().signal,
  limits,
  maxBytes: 1_000_000,
  ...change,
})
const get = (port: number, host = '127.0.0.1'): HttpRequest => ({
  method: 'GET',
  url: `http://${host}:${port}/`,
  headers: [],
  body: null,
})
const text = (body: Uint8Array | undefined) => Buffer.from(body ?? []).toString('latin1')
const ok = 'HTTP/1.1 200 OK\r\n'

describe('a hostile answer', () => {
  it.each([
    ['garbage', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a header section without end', `${ok}X: ${'a'.repeat(200_000)}`],
    ['two lengths', `${ok}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    ['a length and chunks', `${ok}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`],
    ['a NUL in a header', `${ok}X: a\0b\r\n\r\n`],
    ['a protocol switch', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'],
  ])('that is %s is malformed_http', async (_, answer) => {
    const { port } = await started(answering(answer))
    const { failure } = await transport(get(port), options())
    expect(failure).toMatchObject({ code: 'malformed_http', host: '127.0.0.1', port })
  })

  it.each([
    ['a broken chunk', `${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n`],
    ['a length of chunk that overflows', `${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nffffffffffffffffff\r\n`],
  ])('with %s keeps what came before', async (_, answer) => {
    const { port } = await started(answering(answer))
    const { failure, response } = await transport(get(port), options())
    expect(failure).toMatchObject({ code: 'malformed_http', phase: 'download' })
    expect(text(response?.body)).toBe('abc')
    expect(response?.truncated).toBe(true)
  })

  it.each([
    ['ends early', 'end', `${ok}Content-Length: 10\r\n\r\nabc`, '3 of 10 bytes'],
    ['is reset', 'reset', `${ok}Content-Length: 10\r\n\r\nabc`, '3 of 10 bytes'],
    [
      'ends before the last chunk',
      'end',
      `${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n`,
      '3 of an unknown number of bytes',
    ],
    [
      'is reset where its end is the connection',
      'reset',
      `${ok}Connection: close\r\n\r\nabc`,
      '3 of an unknown number of bytes',
    ],
  ] as const)('that %s is incomplete, its part kept', async (_, then, answer, detail) => {
    const { port } = await started(answering(answer, then))
    const { failure, response } = await transport(get(port), options())
    expect(failure).toMatchObject({ code: 'incomplete', phase: 'download' })
    expect(failure?.detail).toContain(detail)
    expect(text(response?.body)).toBe('abc')
    expect(response?.truncated).toBe(true)
  })

  it('is complete with its connection when nothing announced a length', async () => {
    const { port } = await started(answering(`${ok}\r\nabc`, 'end'))
    const { failure, response } = await transport(get(port), options())
    expect(failure).toBeNull()
    expect(text(response?.body)).toBe('abc')
  })

  it('that never comes, because the server hangs up, is a reset', async () => {
    const { port } = await started(answering('', 'end'))
    const hangsUp = await started(listen((socket) => socket.once('data', () => socket.end())))
    expect((await transport(get(hangsUp.port), options())).failure).toMatchObject({ code: 'reset', phase: 'wait' })
    expect(port).toBeGreaterThan(0)
  })

  it('larger than the cap stops there, packed or not', async () => {
    const plain = await started(answering(`${ok}Content-Length: 5000\r\n\r\n${'a'.repeat(5000)}`))
    const first = await transport(get(plain.port), options({ maxBytes: 100 }))
    expect(first.failure).toMatchObject({ code: 'too_large' })
    expect(first.response).toMatchObject({ truncated: true })
    expect(first.response?.body.byteLength).toBe(100)

    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const head = Buffer.from(`${ok}Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`)
    const packed = await started(answering(Buffer.concat([head, bomb])))
    const second = await transport(get(packed.port), options({ maxBytes: 100_000 }))
    expect(second.failure).toMatchObject({ code: 'too_large' })
    expect(second.response?.body.byteLength).toBe(100_000)
  })

  it('that is not packed though it says so is shown as it came', async () => {
    const { port } = await started(answering(`${ok}Content-Encoding: gzip\r\nContent-Length: 7\r\n\r\n{"a":1}`))
    const { failure, response } = await transport(get(port), options())
    expect(failure).toMatchObject({ code: 'decompression', nodeCode: 'Z_DATA_ERROR' })
    expect(text(response?.body)).toBe('{"a":1}')
  })

  it('packed over and over is not unpacked', async () => {
    const codings = Array.from({ length: 50 }, () => 'gzip').join(', ')
    const { port } = await started(answering(`${ok}Content-Encoding: ${codings}\r\nContent-Length: 1\r\n\r\na`))
    expect((await transport(get(port), options())).failure?.code).toBe('decompression')
  })

  it('packed and cut off keeps what could be unpacked', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 50_000 }, (_, index) => `${index * 7919}`).join()))
    const head = Buffer.from(`${ok}Content-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`)
    const { port } = await started(answering(Buffer.concat([head, packed.subarray(0, 50_000)]), 'end'))
    const { failure, response } = await transport(get(port), options())
    expect(failure?.code).toBe('incomplete')
    expect(response?.wireBytes).toBe(50_000)
    expect(text(response?.body).startsWith('0,7919,15838')).toBe(true)
  })

  it.each([
    ['gzip', gzipSync('hello'), 0],
    ['deflate', deflateSync('hello'), 7],
  ])('packed with %s and followed by junk still ends', async (coding, packed, junk) => {
    const body = Buffer.concat([packed, Buffer.alloc(200_000, junk)])
    const head = Buffer.from(`${ok}Content-Encoding: ${coding}\r\nContent-Length: ${body.length}\r\n\r\n`)
    const { port } = await started(answering(Buffer.concat([head, body])))
    const { response, failure } = await transport(get(port), options())
    expect(failure).toBeNull()
    expect(text(response?.body)).toBe('hello')
    expect(response?.wireBytes).toBe(body.length)
  })

  it('preceded by endless interim answers ends with the limit for the first byte', async () => {
    const { port } = await started(
      listen((socket) => {
        const timer = setInterval(() => socket.write('HTTP/1.1 100 Continue\r\n\r\n'), 5)
        socket.once('close', () => clearInterval(timer))
      }),
    )
    const short = { connect: 1000, firstByte: 150, total: 2000 }
    expect((await transport(get(port), options({ limits: short }))).failure).toMatchObject({
      code: 'timeout',
      phase: 'wait',
    })
  })

  it('of random bytes neither hangs nor throws', async () => {
    let answer: Uint8Array = new Uint8Array()
    const { port } = await started(listen((socket) => socket.once('data', () => socket.end(answer))))
    const head = fc.constantFrom(
      '',
      'HTTP/1.1 ',
      ok,
      `${ok}Content-Length: 5\r\n\r\n`,
      `${ok}Transfer-Encoding: chunked\r\n\r\n`,
    )
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
        answer = Buffer.concat([Buffer.from(start), rest])
        const { response, failure } = await transport(
          get(port),
          options({ limits: { connect: 500, firstByte: 500, total: 500 } }),
        )
        expect(response !== null || failure !== null).toBe(true)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})

describe('a limit', () => {
  it('ends a server that says nothing', async () => {
    const { port } = await started(listen(() => {}))
    const { failure, response } = await transport(get(port), options({ limits: { ...limits, firstByte: 100 } }))
    expect(failure).toMatchObject({ code: 'timeout', phase: 'wait', detail: 'No answer within 100 ms.' })
    expect(response).toBeNull()
  })

  it('ends a server that drips, and keeps the drops', async () => {
    const { port } = await started(
      listen((socket) => {
        socket.write(`${ok}Content-Length: 1000\r\n\r\n`)
        const timer = setInterval(() => socket.write('a'), 10)
        socket.once('close', () => clearInterval(timer))
      }),
    )
    const { failure, response } = await transport(get(port), options({ limits: { ...limits, total: 200 } }))
    expect(failure).toMatchObject({ code: 'timeout', phase: 'download' })
    expect(text(response?.body)).toMatch(/^a+$/)
  })

  it('ends a TLS handshake that is never answered', async () => {
    const { port } = await started(listen(() => {}))
    const request = { ...get(port), url: `https://127.0.0.1:${port}/` }
    const { failure, timings } = await transport(request, options({ limits: { ...limits, connect: 100 } }))
    expect(failure).toMatchObject({ code: 'timeout', phase: 'tls' })
    expect(timings.send).toBeNull()
  })
})

describe('cancelling', () => {
  it('before the start opens nothing', async () => {
    const server = await started(answering(ok))
    const { failure } = await transport(get(server.port), options({ signal: AbortSignal.abort() }))
    expect(failure?.code).toBe('cancelled')
    expect(server.connections()).toBe(0)
  })

  it.each([
    ['tls', 'https', ''],
    ['wait', 'http', ''],
    ['download', 'http', `${ok}Content-Length: 10\r\n\r\nabc`],
  ])('in phase %s closes the connection at once', async (phase, scheme, answer) => {
    const closed = Promise.withResolvers<void>()
    const { port } = await started(
      listen((socket) => {
        if (answer !== '') socket.write(answer)
        socket.once('close', () => closed.resolve())
      }),
    )
    const abort = new AbortController()
    const sent = transport({ ...get(port), url: `${scheme}://127.0.0.1:${port}/` }, options({ signal: abort.signal }))
    setTimeout(() => abort.abort(), 100)
    expect((await sent).failure).toMatchObject({ code: 'cancelled', phase })
    await closed.promise
  })
})

describe('a connection', () => {
  it('that is refused says so, with host and port', async () => {
    const server = await listen(() => {})
    await server.close()
    const { failure, connection } = await transport(get(server.port), options())
    expect(failure).toMatchObject({ code: 'refused', phase: 'connect', nodeCode: 'ECONNREFUSED', port: server.port })
    expect(connection).toBeNull()
  })

  it('to a name that does not exist names the host', async () => {
    const { failure } = await transport({ ...get(80), url: 'http://no-such-host.invalid/' }, options())
    expect(failure).toMatchObject({ code: 'name_not_found', phase: 'dns', host: 'no-such-host.invalid' })
  })

  it.each(['not a url', 'ftp://a.example/', 'file:///etc/passwd'])('is not tried for %s', async (url) => {
    expect((await transport({ ...get(0), url }, options())).failure?.nodeCode).toBe('ERR_INVALID_URL')
  })

  it('is not opened for a header that cannot be sent', async () => {
    const server = await started(answering(ok))
    const request: HttpRequest = { ...get(server.port), headers: [['X', 'a\r\nEvil: b']] }
    expect((await transport(request, options())).failure).toMatchObject({ code: 'other', nodeCode: 'ERR_INVALID_CHAR' })
    expect(server.connections()).toBe(0)
  })

  it('that the server closes while it is being reused is reported, and the request not sent again', async () => {
    let requests = 0
    const { port, connections } = await started(
      listen((socket) =>
        socket.on('data', () => {
          requests += 1
          if (requests === 1) socket.write(`${ok}Content-Length: 0\r\n\r\n`)
          else socket.destroy()
        }),
      ),
    )
    const post: HttpRequest = { ...get(port), method: 'POST', body: Buffer.from('grant_type=client_credentials') }
    await transport(post, options())
    const { failure, connection } = await transport(post, options())
    expect(connection?.reused).toBe(true)
    expect(failure?.code).toBe('reset')
    expect(failure?.detail).toContain('not sent again')
    expect([requests, connections()]).toEqual([2, 1])
  })

  it('that the server will soon close is not kept', async () => {
    const server = await started(answering(`${ok}Keep-Alive: timeout=1\r\nContent-Length: 0\r\n\r\n`))
    await transport(get(server.port), options())
    const { connection } = await transport(get(server.port), options())
    expect(connection?.reused).toBe(false)
    expect(server.connections()).toBe(2)
  })

  it('that is idle does not outlive close', async () => {
    const own = createTransport()
    const ended = Promise.withResolvers<void>()
    const { port } = await started(
      listen((socket) => {
        socket.on('data', () => socket.write(`${ok}Content-Length: 0\r\n\r\n`))
        void once(socket, 'close').then(() => ended.resolve())
      }),
    )
    await own(get(port), options())
    own.close()
    await expect(ended.promise).resolves.toBeUndefined()
  })
})
