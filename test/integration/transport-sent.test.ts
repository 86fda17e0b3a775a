import { createServer as createTcpServer } from 'node:net'
import { createServer as createTlsServer } from 'node:https'
import { afterEach, expect, test } from 'vitest'
import { makeAuthority } from './transport-authority.ts'
import { closing, options, over, post, through } from './transport-requests.ts'
import { answering, open } from './transport-servers.ts'

const { keep, newTransport } = closing()
const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

test('nothing was sent where nothing listens', async () => {
  const server = await answering('')
  await server.close()
  const { sent, failure } = await newTransport()(post(`http://127.0.0.1:${server.port}/`), options())
  expect(failure).toMatchObject({ code: 'refused' })
  expect(sent).toBe('no')
})

test('nothing was sent to a server whose certificate is not trusted', async () => {
  const authority = await makeAuthority()
  cleanups.push(() => authority.remove())
  let requests = 0
  const server = keep(await open(createTlsServer(await authority.selfSigned(), () => (requests += 1))))
  const { sent, failure } = await newTransport()(post(`https://127.0.0.1:${server.port}/`), options())
  expect(failure).toMatchObject({ code: 'tls_self_signed' })
  expect(sent).toBe('no')
  expect(requests).toBe(0)
})

test('nothing was sent when the proxy does not pass the request on', async () => {
  const proxy = keep(await answering('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'))
  const way = over(through({ protocol: 'http', host: '127.0.0.1', port: proxy.port, username: '', password: '' }))
  const { sent, failure } = await newTransport()(post('https://127.0.0.2:1/'), way)
  expect(failure).toMatchObject({ code: 'proxy_refused' })
  expect(sent).toBe('no')
  expect(proxy.received()).not.toContain('client_secret')
})

test('nothing was sent when it was cancelled before, or when the address is no address', async () => {
  const cancelled = options({ signal: AbortSignal.abort() })
  expect(await newTransport()(post('http://127.0.0.1:1/'), cancelled)).toMatchObject({ sent: 'no' })
  expect(await newTransport()(post('ftp://127.0.0.1/'), options())).toMatchObject({ sent: 'no' })
})

test('of a body that the server did not wait for, only a part was sent', async () => {
  const server = createTcpServer({ pauseOnConnect: false }, (socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.pause()
      socket.write('HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n')
    })
  })
  const { port } = keep(await open(server))
  const { sent, response } = await newTransport()(post(`http://127.0.0.1:${port}/`, 'x'.repeat(64 << 20)), options())
  expect(response).toMatchObject({ status: 413 })
  expect(sent).toBe('partly')
})

test('all of it was sent when an answer came, or when the connection ended without one', async () => {
  const server = keep(await answering('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))
  expect(await newTransport()(post(`http://127.0.0.1:${server.port}/`), options())).toMatchObject({ sent: 'yes' })
  const silent = createTcpServer((socket) => socket.once('data', () => socket.end()))
  const { port } = keep(await open(silent))
  const { sent, failure } = await newTransport()(post(`http://127.0.0.1:${port}/`), options())
  expect(failure).toMatchObject({ code: 'reset' })
  expect(sent).toBe('yes')
})
