import http from 'node:http'
import https from 'node:https'
import { connect } from 'node:net'
import type { Proxy } from '../../electron/core/http/transcript.ts'
import { listen, open } from './transport-servers.ts'

export const proxyAt = (protocol: Proxy['protocol'], port: number, username = '', password = ''): Proxy => ({
  protocol,
  host: '127.0.0.1',
  port,
  username,
  password,
})

/** A proxy that passes every connection on to loopback, no matter which host it is for, and notes for whom; https with `tls`. */
export async function connectProxy(tls: https.ServerOptions | null = null) {
  const asked: string[] = []
  const server = tls === null ? http.createServer() : https.createServer(tls)
  server.on('connect', ({ url = '' }, client, head) => {
    asked.push(url)
    const target = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      if (head.length > 0) target.write(head)
      client.pipe(target).pipe(client)
    })
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  server.on('tlsClientError', () => {})
  return { ...(await open(server)), asked: () => asked }
}

/** A SOCKS 5 proxy without authentication that notes what it is asked for and gives this reply. @see RFC 1928 §6 */
export async function socksProxy(reply: number) {
  const asked: string[] = []
  const server = await listen((client) => {
    client.once('data', () => {
      client.write(Buffer.from([5, 0]))
      client.once('data', (request: Buffer) => {
        const isName = request[3] === 3
        const end = isName ? 5 + (request[4] ?? 0) : 8
        const host = isName ? request.subarray(5, end).toString() : request.subarray(4, end).join('.')
        const port = request.readUInt16BE(end)
        asked.push(`${isName ? 'name' : 'address'} ${host}:${port}`)
        const answer = Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0])
        if (reply !== 0) {
          client.end(answer)
          return
        }
        const target = connect(port, '127.0.0.1', () => {
          client.write(answer)
          client.pipe(target).pipe(client)
        })
        target.on('error', () => client.destroy())
        client.on('close', () => target.destroy())
      })
    })
  })
  return { ...server, asked: () => asked }
}
