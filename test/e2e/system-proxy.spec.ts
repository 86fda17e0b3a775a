import { once } from 'node:events'
import { createServer } from 'node:net'
import { test as base, expect } from '../support/electron.ts'
import { addEnvironment, places } from '../support/places.ts'

/** A proxy on loopback that opens no tunnel. */
const test = base.extend<{ relay: { port: number; asked: string[] } }>({
  relay: async ({}, use) => {
    const asked: string[] = []
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', (data) => {
        asked.push(data.toString('latin1').split('\r\n')[0] ?? '')
        socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n')
      })
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    await use({ port: typeof address === 'object' ? (address?.port ?? 0) : 0, asked })
    server.close()
  },
  appEnv: async ({ relay }, use) => use({ https_proxy: `http://127.0.0.1:${relay.port}` }),
})

test("requests use the system's proxy, though the window has one that leads nowhere", async ({ window, relay }) => {
  await addEnvironment(window, {
    name: 'Behind a proxy',
    token_endpoint: 'https://as.invalid/token',
    client_id: 'client',
    client_secret: 'secret',
  })
  await places(window).button('Request token').click()
  await expect.poll(() => relay.asked).toEqual(['CONNECT as.invalid:443 HTTP/1.1'])
})
