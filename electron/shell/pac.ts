const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
}

/** The first proxy of a list such as `PROXY proxy.example:3128; DIRECT` as a URL; null is none. */
export function proxyOfPac(list: string): string | null {
  const [kind = '', address = ''] = (list.split(';')[0] ?? '').trim().split(/\s+/)
  const scheme = schemes[kind.toUpperCase()]
  return scheme === undefined || address === '' ? null : `${scheme}://${address}`
}
