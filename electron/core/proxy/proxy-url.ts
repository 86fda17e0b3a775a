import { isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'
import type { Proxy } from '../http/transcript.ts'

const protocols: Readonly<Record<string, Proxy['protocol']>> = {
  http: 'http',
  https: 'https',
  socks: 'socks5',
  socks5: 'socks5',
  socks5h: 'socks5',
  socks4: 'socks4',
  socks4a: 'socks4',
}

const usualPorts: Readonly<Record<Proxy['protocol'], number>> = { http: 80, https: 443, socks4: 1080, socks5: 1080 }

/** A proxy of its URL (scheme, host, port; nothing else counts) and its credentials; null when it is none. */
export function parseProxy(text: string, username: string, password: string): Proxy | null {
  const [, scheme = '', bracketed, plain, digits] =
    /^([a-z0-9]+):\/\/(?:\[([0-9a-f:.]+)\]|([^\s:/?#@[\]]+))(?::(\d{1,5}))?\/?$/i.exec(text.trim()) ?? []
  const protocol = protocols[scheme.toLowerCase()]
  const host = bracketed ?? domainToASCII(plain ?? '')
  if (protocol === undefined || host === '' || (bracketed !== undefined && !isIPv6(bracketed))) return null
  const port = digits === undefined ? usualPorts[protocol] : Number(digits)
  return port < 1 || port > 65_535 ? null : { protocol, host, port, username, password }
}

/** The proxy as a URL without credentials. */
export function proxyLabel({ protocol, host, port }: Proxy): string {
  return `${protocol}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
