import { request } from 'node:http'
import { isIPv6, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { ConnectionClosed } from '../http/connection-closed.ts'
import { ProxyRefusal, proxyAuthorization } from './proxy-refusal.ts'
import { socksTunnel } from './socks.ts'
import type { Target } from '../http/target.ts'
import type { Proxy } from '../http/transcript.ts'

/**
 * Asks a proxy, over a connection to it, to pass on all that follows to the target. `limit` is in milliseconds.
 * @throws ProxyRefusal, or the error of the connection
 */
export function openTunnel(connection: Socket, proxy: Proxy, target: Target, limit: number): Promise<Socket> {
  return proxy.protocol === 'socks4' || proxy.protocol === 'socks5'
    ? socksTunnel(connection, proxy, target, limit)
    : httpTunnel(connection, proxy, target)
}

/** Some proxies, tinyproxy among them, say 401 of wrong credentials; to CONNECT no other server could have said it. */
const aboutCredentials = new Set([407, 401])

/** @see RFC 9110 §9.3.6 */
function httpTunnel(connection: Socket, proxy: Proxy, { host, port }: Target): Promise<Socket> {
  const authority = `${isIPv6(host) ? `[${host}]` : host}:${port}`
  const authorization = proxyAuthorization(proxy)
  return new Promise((resolve, reject) => {
    const asked = request({
      method: 'CONNECT',
      path: authority,
      headers: { Host: authority, ...(authorization !== null && { 'Proxy-Authorization': authorization }) },
      createConnection: (): Duplex => connection,
    })
    // Whatever the status, Node says 'connect' and stops reading HTTP.
    asked.once('connect', ({ statusCode = 0, statusMessage = '', headers }, _socket, head) => {
      if (statusCode >= 200 && statusCode < 300) {
        if (head.length > 0) connection.unshift(head)
        resolve(connection)
        return
      }
      const answer = { reason: 'answered', status: String(statusCode), statusText: statusMessage }
      const wanted = headers['proxy-authenticate'] ?? headers['www-authenticate']
      if (!aboutCredentials.has(statusCode)) reject(new ProxyRefusal('PROXY_REFUSED', proxy, answer))
      else {
        const wants = wanted === undefined ? {} : { wants: [wanted].flat().join(', ') }
        reject(new ProxyRefusal('PROXY_AUTHENTICATION', proxy, { ...answer, ...wants }))
      }
    })
    asked.on('error', reject)
    asked.once('close', () => reject(new ConnectionClosed('proxy')))
    asked.end()
  })
}
