import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskOfExchange, redact } from '../../electron/core/redaction/redact.ts'
import { createTransport } from '../../electron/core/http/transport.ts'
import { closing, get, options, text } from './transport-requests.ts'
import { answering, listen } from './transport-servers.ts'
import { sentenceOf } from './failure-sentence.ts'

const { keep } = closing()
const transport = createTransport()
const ok = 'HTTP/1.1 200 OK\r\n'
const at = (port: number) => get(`http://127.0.0.1:${port}/`)

describe('a hostile answer', () => {
  it.each([
    ['garbage', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['two lengths', `${ok}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    ['a length and chunks', `${ok}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`],
    ['a NUL in a header', `${ok}X: a\0b\r\n\r\n`],
    ['a line that ends in LF alone', 'HTTP/1.1 200 OK\nContent-Length: 0\n\n'],
    ['a folded header', `${ok}X: a\r\n b\r\nContent-Length: 0\r\n\r\n`],
    ['a space in a header name', `${ok}X Y: a\r\nContent-Length: 0\r\n\r\n`],
    ['a protocol switch', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'],
  ])('that is %s is malformed_http', async (_, answer) => {
    const { port } = keep(await answering(answer))
    const { failure } = await transport(at(port), options())
    expect(failure).toMatchObject({ code: 'malformed_http', host: '127.0.0.1', port })
  })

  it('that is a record of TLS says so: the port speaks https', async () => {
    const alert = Uint8Array.of(0x15, 3, 1, 0, 2, 2, 0x46)
    const { port } = keep(await answering(alert))
    const { failure } = await transport(at(port), options())
    expect(failure).toMatchObject({ code: 'malformed_http', evidence: { reason: 'tls' } })
    expect(sentenceOf(failure)).toContain('the server speaks https here')
  })

  it('whose header fields are larger than 256 KB is still HTTP, and is named for what it is', async () => {
    for (const end of ['', '\r\nContent-Length: 0\r\n\r\n']) {
      const { port } = keep(await answering(`${ok}X: ${'a'.repeat(300_000)}${end}`))
      expect((await transport(at(port), options())).failure).toMatchObject({ code: 'headers_too_large', port })
    }
  })

  it.each([
    ['a broken chunk', `${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n`],
    ['a length of chunk that overflows', `${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nffffffffffffffffff\r\n`],
  ])('with %s keeps what came before', async (_, answer) => {
    const { port } = keep(await answering(answer))
    const { failure, response } = await transport(at(port), options())
    expect(failure).toMatchObject({ code: 'malformed_http', phase: 'download' })
    expect(text(response?.body)).toBe('abc')
    expect(response?.truncated).toBe(true)
  })

  it.each([
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
    const { port } = keep(await answering(answer, then))
    const { failure, response } = await transport(at(port), options())
    expect(failure).toMatchObject({ code: 'incomplete', phase: 'download' })
    expect(sentenceOf(failure)).toContain(detail)
    expect(text(response?.body)).toBe('abc')
    expect(response?.truncated).toBe(true)
  })

  it('N4: reset mid-body, wrong Content-Length: incomplete: n of m bytes, partial body marked', async () => {
    for (const then of ['reset', 'end'] as const) {
      const { port } = keep(await answering(`${ok}Content-Length: 10\r\n\r\nabc`, then))
      const transcript = await transport(at(port), options())
      const about = {
        id: '1',
        environmentId: null,
        purpose: 'token',
        redirectedFrom: null,
        retryOf: null,
        causedBy: null,
        flowId: 'flow',
      } as const
      const { failure, response } = redact(
        transcript,
        { ...about, clientAuthentication: null },
        maskOfExchange(transcript, []),
      )
      expect(failure).toMatchObject({ code: 'incomplete', phase: 'download' })
      expect(sentenceOf(failure)).toContain('The connection ended after 3 of 10 bytes of the body.')
      expect(response?.body).toMatchObject({ text: 'abc', truncated: true })
    }
  })

  it('is complete with its connection when nothing announced a length', async () => {
    const { port } = keep(await answering(`${ok}\r\nabc`, 'end'))
    const { failure, response } = await transport(at(port), options())
    expect(failure).toBeNull()
    expect(text(response?.body)).toBe('abc')
  })

  it('that never comes, because the server hangs up, is a reset', async () => {
    const hangsUp = keep(await listen((socket) => socket.once('data', () => socket.end())))
    expect((await transport(at(hangsUp.port), options())).failure).toMatchObject({ code: 'reset', phase: 'wait' })
  })

  it('of random bytes neither hangs nor throws', async () => {
    let answer: Uint8Array = new Uint8Array()
    const { port } = keep(await listen((socket) => socket.once('data', () => socket.end(answer))))
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
          at(port),
          options({ limits: { connect: 500, firstByte: 500, total: 500 } }),
        )
        expect(response !== null || failure !== null).toBe(true)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
