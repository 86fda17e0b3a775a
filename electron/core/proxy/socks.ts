import type { Socket } from 'node:net'
import { ConnectionClosed } from '../http/connection-closed.ts'
import { ProxyRefusal, SocksTooLong } from './proxy-refusal.ts'
import type { Target } from '../http/target.ts'
import type { Proxy } from '../http/transcript.ts'

/** Bytes of a name, a user name or a password: their lengths are one byte each. @see RFC 1928 §5, RFC 1929 §2 */
const longest = 255

/** Names are looked up by the proxy: SOCKS 4a and SOCKS 5. `limit` is in milliseconds. @see RFC 1928 §4 */
export async function socksTunnel(
  connection: Socket,
  proxy: Proxy,
  { host, port }: Target,
  limit: number,
): Promise<Socket> {
  const { username, password } = proxy
  if ([host, username, password].some((text) => Buffer.byteLength(text) > longest)) throw new SocksTooLong(longest)
  // Loaded when first used: most requests need no SOCKS proxy, and it would delay the start.
  const { SocksClient } = await import('socks')
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
      timeout: limit,
    })
    return socket
  } catch (error) {
    throw refusalOf(error instanceof Error ? error.message : '', proxy)
  }
}

/** The library has no codes, only sentences. The errors of the connection itself are heard elsewhere, and first. */
function refusalOf(message: string, proxy: Proxy): Error {
  if (/socket closed/i.test(message)) return new ConnectionClosed('proxy')
  if (/no accepted authentication/i.test(message))
    return new ProxyRefusal('PROXY_AUTHENTICATION', proxy, { reason: 'method' })
  if (/authentication failed|RejectedIdent/i.test(message))
    return new ProxyRefusal('PROXY_AUTHENTICATION', proxy, { reason: 'credentials' })
  const [refused, words] = /rejected connection(?: - \(?(\w+))?/i.exec(message) ?? []
  if (refused === undefined) return new ProxyRefusal('PROXY_REFUSED', proxy, { reason: 'not_socks', words: message })
  const known = words === undefined || words === 'undefined' ? {} : { words }
  return new ProxyRefusal('PROXY_REFUSED', proxy, { reason: 'refused', ...known })
}
