import { createServer, type TLSSocket } from 'node:tls'
import https from 'node:https'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Authority, type Identity, makeAuthority } from './transport-authority.ts'
import { closing, get, over, post, text } from './transport-requests.ts'
import { open } from './transport-servers.ts'
import { sentenceOf } from './failure-sentence.ts'

const { keep, newTransport } = closing()

let authority: Authority
let identity: Identity
beforeAll(async () => {
  authority = await makeAuthority()
  identity = await authority.issue('IP:127.0.0.1')
})
afterAll(() => authority.remove())

/** A server that does with each connection what a test wants, once it has been asked something. */
async function asked(answer: (socket: TLSSocket) => void) {
  const server = createServer(identity, (socket) => {
    socket.on('error', () => {})
    socket.once('data', () => answer(socket))
  })
  return keep(await open(server))
}

const trusting = (change = {}) => over({ ca: [authority.ca] }, change)
const half = 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'

describe('a body over TLS', () => {
  it.each([
    ['whose connection ends', (socket: TLSSocket) => socket.end(half)],
    ['whose connection is broken off', (socket: TLSSocket) => socket.write(half, () => socket.destroy())],
  ] as const)('%s is incomplete, its part kept', async (_, answer) => {
    const { port } = await asked(answer)
    const { failure, response } = await newTransport()(get(`https://127.0.0.1:${port}/`), trusting())
    expect(failure).toMatchObject({ code: 'incomplete', phase: 'download' })
    expect(sentenceOf(failure)).toContain('3 of 10 bytes')
    expect(text(response?.body)).toBe('abc')
  })

  it('is left when the request is cancelled', async () => {
    const closed = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const { port } = await asked((socket) => {
      socket.once('close', () => closed.resolve())
      socket.write(half, () => begun.resolve())
    })
    const abort = new AbortController()
    const sent = newTransport()(get(`https://127.0.0.1:${port}/`), trusting({ signal: abort.signal }))
    await begun.promise
    abort.abort()
    expect((await sent).failure?.code).toBe('cancelled')
    await closed.promise
  })

  it('of megabytes arrives whole, there and back, on a connection that is used again', async () => {
    const echo = https.createServer(identity, (request, response) => request.pipe(response))
    const { port } = keep(await open(echo))
    const transport = newTransport()
    const body = Array.from({ length: 400_000 }, (_, index) => index.toString(36)).join()
    for (const reused of [false, true]) {
      const sent = await transport(post(`https://127.0.0.1:${port}/`, body), trusting({ maxBytes: 10_000_000 }))
      expect(sent.failure).toBeNull()
      expect(sent.connection?.reused).toBe(reused)
      expect(text(sent.response?.body) === body).toBe(true)
    }
  })
})
