import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Network, Proxy } from '../../electron/core/http/transcript.ts'
import { type Authority, type Identity, makeAuthority } from './transport-authority.ts'
import { connectProxy, proxyAt } from './transport-proxies.ts'
import { closing, get, over, text } from './transport-requests.ts'
import { answering, listen, secureServer } from './transport-servers.ts'

const { keep, newTransport } = closing()
const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'

let authority: Authority
let client: Identity
beforeAll(async () => {
  authority = await makeAuthority()
  client = await authority.issue('DNS:client', { usage: 'clientAuth' })
})
afterAll(() => authority.remove())

it('two networks that differ never share a connection, and those that are alike do', async () => {
  const server = keep(
    await secureServer({ ...(await authority.issue('IP:127.0.0.1')), requestCert: true, rejectUnauthorized: false }),
  )
  const proxy = keep(await connectProxy())
  const other = keep(await connectProxy())
  const by = (way: Proxy | null): Network => ({
    proxyFor: async () => way,
    ca: [authority.ca],
    clientCertificate: null,
    acceptedCertificate: null,
  })
  const facts = { subject: 'CN=client', fingerprint256: 'AA' }
  const networks: Network[] = [
    by(null),
    { ...by(null), clientCertificate: { ...client, ...facts } },
    { ...by(null), ca: [authority.ca, client.cert] },
    { ...by(null), acceptedCertificate: 'AA' },
    by(proxyAt('http', proxy.port)),
    by(proxyAt('http', proxy.port, 'one', 'secret')),
    by(proxyAt('http', proxy.port, 'two', 'secret')),
    by(proxyAt('http', proxy.port, 'two', 'other')),
    by(proxyAt('http', other.port)),
  ]
  const transport = newTransport()
  const presented = []
  for (const reused of [false, true])
    for (const network of networks) {
      const { failure, connection, tls } = await transport(get(server.url), over(network))
      expect(failure).toBeNull()
      expect(connection?.reused).toBe(reused)
      presented.push(tls?.clientCertificate?.fingerprint256 ?? null)
    }
  expect(server.connections()).toBe(networks.length)
  const expected = networks.map(({ clientCertificate }) => clientCertificate?.fingerprint256 ?? null)
  expect(presented).toEqual([...expected, ...expected])
})

it('more than 64 networks close the idle connections of the one used longest ago', async () => {
  const first = Promise.withResolvers<void>()
  let open = 0
  const server = keep(
    await listen((socket) => {
      const isFirst = server.connections() === 1
      open += 1
      socket.on('data', () => socket.write(ok))
      socket.once('close', () => {
        open -= 1
        if (isFirst) first.resolve()
      })
    }),
  )
  const transport = newTransport()
  const url = `http://127.0.0.1:${server.port}/`
  for (let count = 0; count < 65; count += 1)
    expect((await transport(get(url), over({ acceptedCertificate: `${count}` }))).failure).toBeNull()
  await first.promise
  expect(open).toBe(64)
  const again = await transport(get(url), over({ acceptedCertificate: '64' }))
  const forgotten = await transport(get(url), over({ acceptedCertificate: '0' }))
  expect([again.connection?.reused, forgotten.connection?.reused]).toEqual([true, false])
})

it('more than 64 networks leave a connection alone that is in use', async () => {
  const answer = Promise.withResolvers<void>()
  const slow = keep(
    await listen((socket) => {
      socket.once('data', () => void answer.promise.then(() => socket.write(ok)))
    }),
  )
  const quick = keep(await answering(ok))
  const transport = newTransport()
  const waiting = transport(get(`http://127.0.0.1:${slow.port}/`), over({ acceptedCertificate: 'slow' }))
  for (let count = 0; count < 65; count += 1)
    await transport(get(`http://127.0.0.1:${quick.port}/`), over({ acceptedCertificate: `${count}` }))
  answer.resolve()
  const { failure, response } = await waiting
  expect(failure).toBeNull()
  expect(text(response?.body)).toBe('ok')
})
