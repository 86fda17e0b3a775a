import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import { describe, expect, it } from 'vitest'
import { createTransport } from '../../electron/core/http/transport.ts'
import type { HttpRequest } from '../../electron/core/http/transcript.ts'
import { makeAuthority } from './transport-authority.ts'
import { closing, get, options, over, post } from './transport-requests.ts'
import { answering, listen, open } from './transport-servers.ts'
import { sentenceOf } from './failure-sentence.ts'

const { keep, newTransport } = closing()
const transport = createTransport()
const ok = 'HTTP/1.1 200 OK\r\n'
const at = (port: number) => get(`http://127.0.0.1:${port}/`)

describe('a connection', () => {
  it('N1: DNS failure, refused: names host, port, phase; request kept', async () => {
    const { port, close } = await listen(() => {})
    await close()
    const unknown = await transport(post('http://no-such-host.invalid:8080/token', 'a=b'), options())
    const nobody = await transport(post(`http://127.0.0.1:${port}/token`, 'a=b'), options())
    expect(unknown.failure).toMatchObject({
      code: 'name_not_found',
      phase: 'dns',
      host: 'no-such-host.invalid',
      port: 8080,
    })
    expect(nobody.failure).toMatchObject({ code: 'refused', phase: 'connect', host: '127.0.0.1', port })
    for (const { request, response, connection } of [unknown, nobody]) {
      expect(request).toMatchObject({ method: 'POST', body: Buffer.from('a=b') })
      expect(request.headers.map(([name]) => name)).toContain('Content-Length')
      expect([response, connection]).toEqual([null, null])
    }
  })

  it.each(['not a url', 'ftp://a.example/', 'file:///etc/passwd'])('is not tried for %s', async (url) => {
    expect((await transport(get(url), options())).failure?.nodeCode).toBe('ERR_INVALID_URL')
  })

  it('is not opened for a header that cannot be sent', async () => {
    const server = keep(await answering(ok))
    const request: HttpRequest = { ...at(server.port), headers: [['X', 'a\r\nEvil: b']] }
    expect((await transport(request, options())).failure).toMatchObject({ code: 'other', nodeCode: 'ERR_INVALID_CHAR' })
    expect(server.connections()).toBe(0)
  })

  it('that the server closes while it is being reused is reported, and the request not sent again', async () => {
    let requests = 0
    const { port, connections } = keep(
      await listen((socket) =>
        socket.on('data', () => {
          requests += 1
          if (requests === 1) socket.write(`${ok}Content-Length: 0\r\n\r\n`)
          else socket.destroy()
        }),
      ),
    )
    const request = post(`http://127.0.0.1:${port}/`, 'grant_type=client_credentials')
    await transport(request, options())
    const { failure, connection } = await transport(request, options())
    expect(connection?.reused).toBe(true)
    expect(failure?.code).toBe('reset')
    expect(sentenceOf(failure)).toContain('not sent again')
    expect([requests, connections()]).toEqual([2, 1])
  })

  it('that the server will soon close is not kept', async () => {
    const server = keep(await answering(`${ok}Keep-Alive: timeout=1\r\nContent-Length: 0\r\n\r\n`))
    await transport(at(server.port), options())
    const { connection } = await transport(at(server.port), options())
    expect(connection?.reused).toBe(false)
    expect(server.connections()).toBe(2)
  })

  it('that is idle does not outlive close', async () => {
    const own = createTransport()
    const ended = Promise.withResolvers<void>()
    const { port } = keep(
      await listen((socket) => {
        socket.on('data', () => socket.write(`${ok}Content-Length: 0\r\n\r\n`))
        void once(socket, 'close').then(() => ended.resolve())
      }),
    )
    await own(at(port), options())
    own.close()
    await expect(ended.promise).resolves.toBeUndefined()
  })
  it('that is idle does not keep the process running, with TLS or without', async () => {
    const authority = await makeAuthority()
    const server = https.createServer(await authority.issue('IP:127.0.0.1'), (_, response) => response.end())
    const plain = http.createServer((_, response) => response.end())
    for (const one of [server, plain]) one.on('connection', (socket) => socket.unref())
    const urls = [
      `https://127.0.0.1:${keep(await open(server)).port}/`,
      `http://127.0.0.1:${keep(await open(plain)).port}/`,
    ]
    const transport = newTransport()
    const before = sockets()
    for (const url of urls) expect((await transport(get(url), over({ ca: [authority.ca] }))).failure).toBeNull()
    // The connections become idle when these turns have ended.
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(sockets()).toBe(before)
    expect((await transport(get(urls[0] ?? ''), over({ ca: [authority.ca] }))).connection?.reused).toBe(true)
    await authority.remove()
  })
})

/** Sockets that keep this process running. */
const sockets = () => process.getActiveResourcesInfo().filter((type) => type === 'TCPSocketWrap').length
