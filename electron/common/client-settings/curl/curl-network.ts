import { notesOf, type ReadSettings } from '../client-settings.ts'
import { isAbsolutePath, isPathElsewhere } from '../placeholder.ts'
import { readLogin, readProxyAddress } from '../proxy-address.ts'
import type { CurlOption } from './curl-options.ts'

type Network = Pick<ReadSettings, 'fields' | 'secrets' | 'notes'>

/**
 * How a command travels: certificates by their paths, which are kept as they are and not read, and the proxy. Authorities at a
 * path that is not absolute are left out: nothing could be sent with them, and without them it often can.
 */
export function curlNetwork(options: readonly CurlOption[]): Network {
  const last = (name: string): string => options.findLast((option) => option.name === name)?.value ?? ''
  const { file: certificateFile, passphrase } = certificateOf(last('cert'))
  const paths = { cacert: last('cacert'), cert: certificateFile, key: last('key') }
  const own = [paths.cert, paths.key].filter((path) => path !== '')
  const usable = (path: string): boolean => path !== '' && !isPathElsewhere(path)
  const clientCertificate = {
    ...(usable(paths.cert) ? { certificateFile: paths.cert } : {}),
    ...(usable(paths.key) ? { keyFile: paths.key } : {}),
  }
  const isCaUsed = isAbsolutePath(paths.cacert)
  const proxy = proxyOf(options)
  const pass = last('pass') || passphrase
  return {
    fields: {
      ...(isCaUsed ? { caFile: paths.cacert } : {}),
      ...(Object.keys(clientCertificate).length === 0 ? {} : { clientCertificate }),
      ...(proxy === null ? {} : { proxy: proxy.settings }),
    },
    secrets: {
      ...(pass === '' ? {} : { client_certificate_passphrase: pass }),
      ...(proxy === null || proxy.password === '' ? {} : { proxy_password: proxy.password }),
    },
    notes: notesOf({
      certificate_not_checked: options.some(({ name }) => name === 'insecure') ? ['-k'] : [],
      relative_paths: own.filter((path) => usable(path) && !isAbsolutePath(path)),
      not_used: [...own.filter(isPathElsewhere), ...(isCaUsed || paths.cacert === '' ? [] : [paths.cacert])],
    }),
  }
}

/** `file[:passphrase]`, in which a colon of the path is escaped, and one behind a drive is none. */
function certificateOf(value: string): { file: string; passphrase: string } {
  const from = /^[A-Za-z]:[\\/]/.test(value) ? 2 : 0
  let at = from
  while (at < value.length && value[at] !== ':') at += value[at] === '\\' && value[at + 1] === ':' ? 2 : 1
  return { file: value.slice(0, at).replaceAll(String.raw`\:`, ':'), passphrase: value.slice(at + 1) }
}

const schemes: Readonly<Record<string, string>> = {
  proxy: 'http',
  'proxy1.0': 'http',
  socks4: 'socks4',
  socks4a: 'socks4a',
  socks5: 'socks5',
  'socks5-hostname': 'socks5h',
}

function proxyOf(options: readonly CurlOption[]) {
  const option = options.findLast(({ name }) => Object.hasOwn(schemes, name))
  if (option === undefined) return null
  if (option.value === '') return { settings: { mode: 'none' as const }, password: '' }
  const { scheme, host, login } = readProxyAddress(option.value, schemes[option.name] ?? 'http')
  const { username, password } = readLogin(options.findLast(({ name }) => name === 'proxy-user')?.value ?? login)
  const bypass = options.findLast(({ name }) => name === 'noproxy')?.value ?? ''
  return {
    settings: {
      mode: 'explicit' as const,
      // curl's own port, where none is given.
      url: `${scheme}://${host}${/:\d+$/.test(host) ? '' : ':1080'}`,
      username,
      bypass,
    },
    password,
  }
}
