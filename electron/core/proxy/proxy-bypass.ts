import { BlockList, isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { parseTarget } from '../http/target.ts'

/**
 * Whether a URL is reached without the proxy by this list, in an environment as in NO_PROXY: hosts separated by commas,
 * semicolons or white space, each `host` or `.host` or `*.host` (all three mean it and what is below it), an address, a
 * network (`10.0.0.0/8`), a beginning or an end (`10.*`, `*host`), or `*` for everything; behind each but a network, `:port`
 * narrows it.
 */
export function bypassesProxy(url: string, list: string): boolean {
  const target = parseTarget(url)
  if (target === null) return false
  const host = withoutDot(target.host.toLowerCase())
  const entries = list.toLowerCase().split(/[\s,;]/)
  return entries.some((entry) => entry !== '' && matches(entry, host, target.port))
}

function matches(entry: string, host: string, port: number): boolean {
  if (entry.includes('/')) return isInNetwork(entry, host)
  const { name, wanted } = partsOf(entry)
  if (wanted !== null && wanted !== port) return false
  if (name === '*') return true
  // An address can be written in several ways.
  if (isIP(name) !== 0) return isInNetwork(`${name}/${isIP(name) === 4 ? 32 : 128}`, host)
  if (name.endsWith('*')) return name.length > 1 && host.startsWith(name.slice(0, -1))
  if (name.startsWith('*') && name[1] !== '.') return host.endsWith(name.slice(1))
  const domain = asciiOf(withoutDot(name.replace(/^\*?\./, '')))
  return domain !== '' && (host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`)))
}

/** An entry's host, without brackets, and its port; an IPv6 address without brackets has none. */
function partsOf(entry: string): { name: string; wanted: number | null } {
  const colon = entry.lastIndexOf(':')
  const port = isIP(entry) === 0 && colon !== -1 && /^\d{1,5}$/.test(entry.slice(colon + 1)) ? colon : null
  const name = entry.slice(0, port ?? entry.length)
  return {
    name: name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name,
    wanted: port === null ? null : Number(entry.slice(port + 1)),
  }
}

function isInNetwork(network: string, host: string): boolean {
  const [address = '', bits = ''] = network.replaceAll(/[[\]]/g, '').split('/')
  const [version, other] = [isIP(address), isIP(host)]
  const prefix = /^\d{1,3}$/.test(bits) ? Number(bits) : -1
  if (version === 0 || version !== other || prefix < 0 || prefix > (version === 4 ? 32 : 128)) return false
  const list = new BlockList()
  list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6')
  return list.check(host, version === 4 ? 'ipv4' : 'ipv6')
}

const withoutDot = (name: string): string => name.replace(/\.$/, '')

/** As a URL has the name; a name that no URL can have stays as it is. */
const asciiOf = (name: string): string => domainToASCII(name) || name
