const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
}

/** The first way of a list such as `PROXY proxy.example:3128; DIRECT` that can be gone, as a URL; null is none. */
export function proxyOfPac(list: string): string | null {
  for (const way of list.split(';')) {
    const [kind = '', address = ''] = way.trim().split(/\s+/)
    const scheme = schemes[kind.toUpperCase()]
    if (scheme !== undefined && address !== '') return `${scheme}://${address}`
    if (kind.toUpperCase() === 'DIRECT') return null
  }
  return null
}
