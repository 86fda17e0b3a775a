import { describe, expect, it } from 'vitest'
import { createTransport } from '../../electron/core/http/transport.ts'
import { hangingPort } from '../support/full-backlog.ts'
import { because } from '../support/skipped.ts'
import { closing, get, limits, options, over, text } from './transport-requests.ts'
import { answering, listen } from './transport-servers.ts'

const { keep } = closing()
const transport = createTransport()
const ok = 'HTTP/1.1 200 OK\r\n'
const at = (port: number) => get(`http://127.0.0.1:${port}/`)

/** Begins an answer and then sends one byte after another. */
const dripping = () =>
  listen((socket) => {
    socket.write(`${ok}Content-Length: 1000\r\n\r\n`)
    const timer = setInterval(() => socket.write('a'), 10)
    socket.once('close', () => clearInterval(timer))
  })

const missingBacklog = process.platform === 'linux' ? null : 'Only on Linux can a connection be made to hang.'

describe('a server that does not get on', () => {
  it.skipIf(missingBacklog !== null)(
    `N3: hang at connect, at headers; slow drip: names the phase; cancel works${because(missingBacklog)}`,
    async () => {
      const ports = {
        connect: keep(await hangingPort()).port,
        wait: keep(await listen(() => {})).port,
        download: keep(await dripping()).port,
      }
      const short = { connect: 300, firstByte: 300, total: 600 }
      for (const [phase, port] of Object.entries(ports)) {
        const timedOut = await transport(at(port), options({ limits: short }))
        expect(timedOut.failure).toMatchObject({ code: 'timeout', phase, host: '127.0.0.1', port })

        const abort = new AbortController()
        const sent = transport(at(port), options({ signal: abort.signal }))
        setTimeout(() => abort.abort(), 100)
        expect((await sent).failure).toMatchObject({ code: 'cancelled', phase, host: '127.0.0.1', port })
      }
    },
  )
})

describe('a limit', () => {
  it('ends a server that says nothing', async () => {
    const { port } = keep(await listen(() => {}))
    const { failure, response } = await transport(at(port), options({ limits: { ...limits, firstByte: 100 } }))
    expect(failure).toMatchObject({ code: 'timeout', phase: 'wait', evidence: { what: 'answer', limit: '100' } })
    expect(response).toBeNull()
  })

  it('ends a server that drips, and keeps the drops', async () => {
    const { port } = keep(await dripping())
    const { failure, response } = await transport(at(port), options({ limits: { ...limits, total: 200 } }))
    expect(failure).toMatchObject({ code: 'timeout', phase: 'download' })
    expect(text(response?.body)).toMatch(/^a+$/)
  })

  it('ends a TLS handshake that is never answered', async () => {
    const { port } = keep(await listen(() => {}))
    const request = { ...at(port), url: `https://127.0.0.1:${port}/` }
    const { failure, timings } = await transport(request, options({ limits: { ...limits, connect: 100 } }))
    expect(failure).toMatchObject({ code: 'timeout', phase: 'tls' })
    expect(timings.send).toBeNull()
  })

  it('for the first byte ends endless interim answers', async () => {
    const { port } = keep(
      await listen((socket) => {
        const timer = setInterval(() => socket.write('HTTP/1.1 100 Continue\r\n\r\n'), 5)
        socket.once('close', () => clearInterval(timer))
      }),
    )
    const short = { connect: 1000, firstByte: 150, total: 2000 }
    expect((await transport(at(port), options({ limits: short }))).failure).toMatchObject({
      code: 'timeout',
      phase: 'wait',
    })
  })
})

describe('cancelling', () => {
  it('before the start opens nothing', async () => {
    const server = keep(await answering(ok))
    const { failure } = await transport(at(server.port), options({ signal: AbortSignal.abort() }))
    expect(failure?.code).toBe('cancelled')
    expect(server.connections()).toBe(0)
  })

  it.each([
    ['tls', 'https', ''],
    ['wait', 'http', ''],
    ['download', 'http', `${ok}Content-Length: 10\r\n\r\nabc`],
  ])('in phase %s closes the connection at once', async (phase, scheme, answer) => {
    const closed = Promise.withResolvers<void>()
    const { port } = keep(
      await listen((socket) => {
        if (answer !== '') socket.write(answer)
        socket.once('close', () => closed.resolve())
      }),
    )
    const abort = new AbortController()
    const sent = transport({ ...at(port), url: `${scheme}://127.0.0.1:${port}/` }, options({ signal: abort.signal }))
    setTimeout(() => abort.abort(), 100)
    expect((await sent).failure).toMatchObject({ code: 'cancelled', phase })
    await closed.promise
  })
})

describe('a system that does not say which proxy to use', () => {
  const silent = { proxyFor: () => new Promise<never>(() => {}) }

  it('is given as long as a connection, and the wait can be cancelled', async () => {
    const late = await transport(at(1), over(silent, { limits: { ...limits, connect: 100 } }))
    expect(late.failure).toMatchObject({ code: 'timeout', phase: 'dns', host: '127.0.0.1', port: 1 })
    const abort = new AbortController()
    const sent = transport(at(1), over(silent, { signal: abort.signal }))
    abort.abort()
    expect((await sent).failure).toMatchObject({ code: 'cancelled' })
    expect((await transport(at(1), over(silent, { signal: AbortSignal.abort() }))).failure?.code).toBe('cancelled')
  })

  it('or that names one that is not understood, is a failure that says so', async () => {
    const broken = { proxyFor: () => Promise.reject(new Error('The system names nonsense.')) }
    const { failure } = await transport(at(1), over(broken))
    expect(failure).toMatchObject({ code: 'proxy_unknown', evidence: { words: 'The system names nonsense.' } })
  })
})
