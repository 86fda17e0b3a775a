import { request } from 'node:http'
import { isIPv6, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { SocksClient } from 'socks'
import type { Target } from './target.ts'
import type { Proxy } from './transcript.ts'

/** The proxy answered, and does not pass the connection on. */
export class ProxyRefusal extends Error {
  readonly code: 'PROXY_AUTHENTICATION' | 'PROXY_REFUSED'

  constructor(code: ProxyRefusal['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Asks a proxy, over a connection to it, to pass on all that follows to the target. @throws ProxyRefusal, or the error of the connection */
export function openTunnel(connection: Socket, proxy: Proxy, target: Target): Promise<Socket> {
  return proxy.protocol === 'socks4' || proxy.protocol === 'socks5'
    ? bySocks(connection, proxy, target)
    : byConnect(connection, proxy, target)
}

/** The value of `Proxy-Authorization`, or null without credentials. @see RFC 7617 §2 */
export function proxyAuthorization({ username, password }: Proxy): string | null {
  if (username === '' && password === '') return null
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

/** @see RFC 9110 §9.3.6 */
function byConnect(connection: Socket, proxy: Proxy, { host, port }: Target): Promise<Socket> {
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
    asked.once('connect', (response, _socket, head) => {
      const { statusCode = 0 } = response
      if (statusCode >= 200 && statusCode < 300) {
        if (head.length > 0) connection.unshift(head)
        resolve(connection)
        return
      }
      // Some proxies, tinyproxy among them, say 401 of wrong credentials; no other server could have said it.
      const isAboutCredentials = statusCode === 407 || statusCode === 401
      const wanted = response.headers['proxy-authenticate'] ?? response.headers['www-authenticate']
      const message = `The proxy answered ${statusCode} ${response.statusMessage ?? ''}.`
      reject(
        isAboutCredentials
          ? new ProxyRefusal(
              'PROXY_AUTHENTICATION',
              wanted === undefined ? message : `${message} It wants: ${[wanted].flat().join(', ')}.`,
            )
          : new ProxyRefusal('PROXY_REFUSED', message),
      )
    })
    asked.once('error', reject)
    asked.once('close', () => reject(closedEarly()))
    asked.end()
  })
}

/** Names are looked up by the proxy: SOCKS 4a and SOCKS 5. @see RFC 1928 §4 */
async function bySocks(connection: Socket, proxy: Proxy, { host, port }: Target): Promise<Socket> {
  const { username, password } = proxy
  try {
    const { socket } = await SocksClient.createConnection({
      proxy: {
        host: proxy.host,
        port: proxy.port,
        type: proxy.protocol === 'socks4' ? 4 : 5,
        ...(username !== '' && { userId: username }),
        ...(password !== '' && { password }),
      },
      command: 'connect',
      destination: { host, port },
      existing_socket: connection,
      // The time limit of the connection ends it earlier.
      timeout: 2 ** 31 - 1,
    })
    return socket
  } catch (error) {
    throw refusalOf(error)
  }
}

function refusalOf(error: unknown): Error {
  if (!(error instanceof Error)) return closedEarly()
  const { message } = error
  if (/Socket closed/i.test(message)) return closedEarly()
  if (/authentication/i.test(message))
    return new ProxyRefusal('PROXY_AUTHENTICATION', `The proxy answered: ${message}.`)
  return 'options' in error ? new ProxyRefusal('PROXY_REFUSED', `The proxy answered: ${message}.`) : error
}

const closedEarly = () =>
  Object.assign(new Error('The proxy closed the connection before it was set up.'), { code: 'ECONNRESET' })
