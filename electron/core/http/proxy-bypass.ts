import { BlockList, isIP } from 'node:net'
import { parseTarget } from './target.ts'

/**
 * Whether a URL is reached without the proxy by this list: hosts separated by commas or spaces, each `host`, `host:port`,
 * `.suffix` or `*.suffix`, an address, a network (`10.0.0.0/8`), or `*` for everything. A bare suffix also means itself.
 */
export function bypassesProxy(url: string, list: string): boolean {
  const target = parseTarget(url)
  if (target === null) return false
  const host = target.host.toLowerCase().replace(/\.$/, '')
  const entries = list.toLowerCase().split(/[\s,;]+/)
  return entries.some((entry) => entry !== '' && matches(entry, host, target.port))
}

function matches(entry: string, host: string, port: number): boolean {
  const [, bracketed, plain, wanted] = /^(?:\[([^\]]+)\]|((?:[^:]|:(?=.*:))+?))(?::(\d{1,5}))?$/.exec(entry) ?? []
  const isAddress = isIP(entry) !== 0 || entry.includes('/')
  const name = isAddress ? entry : (bracketed ?? plain ?? entry)
  if (!isAddress && wanted !== undefined && Number(wanted) !== port) return false
  if (name === '*') return true
  if (name.includes('/')) return isInNetwork(name, host)
  // An address can be written in several ways.
  if (isIP(name) !== 0) return isInNetwork(`${name}/${isIP(name) === 4 ? 32 : 128}`, host)
  const suffix = /^\*?(\..+)$/.exec(name)?.[1]
  if (suffix !== undefined) return host.endsWith(suffix) || host === suffix.slice(1)
  return host === name
}

function isInNetwork(network: string, host: string): boolean {
  const [address = '', bits = ''] = network.split('/')
  const [version, other] = [isIP(address), isIP(host)]
  const prefix = /^\d{1,3}$/.test(bits) ? Number(bits) : -1
  if (version === 0 || version !== other || prefix < 0 || prefix > (version === 4 ? 32 : 128)) return false
  const list = new BlockList()
  list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6')
  return list.check(host, version === 4 ? 'ipv4' : 'ipv6')
}
