import zlib, { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createTransport } from '../../electron/core/http/transport.ts'
import { because } from '../support/skipped.ts'
import { closing, get, options, text } from './transport-requests.ts'
import { answering, listen } from './transport-servers.ts'

const { keep } = closing()
const transport = createTransport()
const ok = 'HTTP/1.1 200 OK\r\n'
const at = (port: number) => get(`http://127.0.0.1:${port}/`)

const missingZstd = typeof zlib.zstdCompressSync === 'function' ? null : 'This runtime cannot pack with zstd.'

const canZstd = missingZstd === null
const many = Buffer.from(Array.from({ length: 50_000 }, (_, index) => `${index * 7919}`).join())
const bare = (bytes: Buffer) => deflateRawSync(bytes)
const encodings: [coding: string, pack: (bytes: Buffer) => Buffer][] = [
  ['gzip', (bytes) => gzipSync(bytes)],
  ['deflate', (bytes) => deflateSync(bytes)],
  ['deflate', bare],
  ['br', (bytes) => brotliCompressSync(bytes)],
  ...(canZstd ? ([['zstd', (bytes) => zlib.zstdCompressSync(bytes)]] satisfies typeof encodings) : []),
]
/** A whole answer with this body. */
const packedAnswer = (coding: string, body: Buffer) =>
  Buffer.concat([Buffer.from(`${ok}Content-Encoding: ${coding}\r\nContent-Length: ${body.length}\r\n\r\n`), body])

describe.each(encodings)('an answer packed with %s', (coding, pack) => {
  it('and larger than the cap stops there', async () => {
    const { port } = keep(await answering(packedAnswer(coding, pack(Buffer.alloc(50_000_000)))))
    const { failure, response } = await transport(at(port), options({ maxBytes: 100_000 }))
    expect(failure?.code).toBe('too_large')
    expect(response).toMatchObject({ truncated: true })
    expect(response?.body.byteLength).toBe(100_000)
  })

  it('that comes a little at a time stops at the cap as well', async () => {
    const bomb = pack(Buffer.alloc(50_000_000))
    const { port } = keep(
      await listen((socket) => {
        socket.once('data', () => {
          socket.write(`${ok}Content-Encoding: ${coding}\r\nContent-Length: ${bomb.length}\r\n\r\n`)
          let sent = 0
          const timer = setInterval(() => {
            const next = bomb.subarray(sent, (sent += Math.ceil(bomb.length / 50)))
            if (next.length > 0 && !socket.destroyed) socket.write(next)
          }, 5)
          socket.on('close', () => clearInterval(timer))
        })
      }),
    )
    const { failure, response } = await transport(at(port), options({ maxBytes: 100_000 }))
    expect(failure?.code).toBe('too_large')
    expect(response?.body.byteLength).toBe(100_000)
  })

  it('that arrived whole but was cut before it was packed whole is damaged, and keeps what could be unpacked', async () => {
    const packed = pack(many)
    const { port } = keep(await answering(packedAnswer(coding, packed.subarray(0, packed.length / 2))))
    const { failure, response } = await transport(at(port), options())
    expect(failure).toMatchObject({ code: 'decompression', evidence: { reason: 'damaged' } })
    expect(text(response?.body).startsWith('0,7919,15838')).toBe(true)
    expect(response?.truncated).toBe(true)
  })
})

// Bare deflate has no sum that it is checked by.
describe.each(encodings.filter(([, pack]) => pack !== bare))('an answer packed with %s', (coding, pack) => {
  it('that is damaged in its middle is said to be, and nothing is thrown', async () => {
    const packed = pack(many)
    packed.fill(0xa5, packed.length / 2, packed.length / 2 + 60)
    const { port } = keep(await answering(packedAnswer(coding, packed)))
    const { failure, response } = await transport(at(port), options())
    expect(failure).toMatchObject({ code: 'decompression', evidence: { reason: 'damaged' } })
    expect(response).toMatchObject({ status: 200, wireBytes: packed.length })
  })
})

describe('an answer', () => {
  it('larger than the cap stops there', async () => {
    const plain = keep(await answering(`${ok}Content-Length: 5000\r\n\r\n${'a'.repeat(5000)}`))
    const first = await transport(at(plain.port), options({ maxBytes: 100 }))
    expect(first.failure).toMatchObject({ code: 'too_large' })
    expect(first.response).toMatchObject({ truncated: true })
    expect(first.response?.body.byteLength).toBe(100)
  })

  it('that is not packed though it says so is shown as it came', async () => {
    const { port } = keep(await answering(`${ok}Content-Encoding: gzip\r\nContent-Length: 7\r\n\r\n{"a":1}`))
    const { failure, response } = await transport(at(port), options())
    expect(failure).toMatchObject({ code: 'decompression', nodeCode: 'Z_DATA_ERROR' })
    expect(failure?.evidence).toEqual({ reason: 'plain' })
    expect(text(response?.body)).toBe('{"a":1}')
  })

  it.skipIf(missingZstd !== null)(`packed with zstd is read where the runtime can${because(missingZstd)}`, async () => {
    const packed = zlib.zstdCompressSync('hello')
    const head = Buffer.from(`${ok}Content-Encoding: zstd\r\nContent-Length: ${packed.length}\r\n\r\n`)
    const { port } = keep(await answering(Buffer.concat([head, packed])))
    expect(text((await transport(at(port), options())).response?.body)).toBe('hello')
  })

  it.skipIf(missingZstd !== null)(
    `packed with zstd for more memory than an answer may ask for is not unpacked${because(missingZstd)}`,
    async () => {
      const params = { [zlib.constants.ZSTD_c_windowLog]: 27 }
      const packed = zlib.zstdCompressSync(Buffer.alloc(20 << 20), { params })
      const { port } = keep(await answering(packedAnswer('zstd', packed)))
      const { failure } = await transport(at(port), options({ maxBytes: 30 << 20 }))
      expect(failure).toMatchObject({ code: 'decompression', evidence: { reason: 'damaged' } })
    },
  )

  it('packed over and over is not unpacked', async () => {
    const codings = Array.from({ length: 50 }, () => 'gzip').join(', ')
    const { port } = keep(await answering(`${ok}Content-Encoding: ${codings}\r\nContent-Length: 1\r\n\r\na`))
    expect((await transport(at(port), options())).failure?.code).toBe('decompression')
  })

  it('packed and cut off keeps what could be unpacked', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 50_000 }, (_, index) => `${index * 7919}`).join()))
    const head = Buffer.from(`${ok}Content-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`)
    const { port } = keep(await answering(Buffer.concat([head, packed.subarray(0, 50_000)]), 'end'))
    const { failure, response } = await transport(at(port), options())
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
    const { port } = keep(await answering(Buffer.concat([head, body])))
    const { response, failure } = await transport(at(port), options())
    expect(failure).toBeNull()
    expect(text(response?.body)).toBe('hello')
    expect(response?.wireBytes).toBe(body.length)
  })
})
