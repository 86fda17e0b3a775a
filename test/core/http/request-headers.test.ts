import { describe, expect, it } from 'vitest'
import { asksProxy, completeHeaders } from '../../../electron/core/http/request-headers.ts'
import type { HttpRequest, Proxy } from '../../../electron/core/http/transcript.ts'

const get = (url: string, headers: HttpRequest['headers'] = []): HttpRequest => ({
  method: 'GET',
  url,
  headers,
  body: null,
})
const proxy: Proxy = { protocol: 'http', host: 'proxy.example', port: 8080, username: 'anna', password: 'p:ä' }
const names = (request: HttpRequest, by: Proxy | null) => completeHeaders(request, by).map(([name]) => name)

describe('completeHeaders', () => {
  it.each(['Origin', 'origin', 'Proxy-Authorization', 'Host', 'Connection', 'Content-Length', 'Transfer-Encoding'])(
    'never lets the %s of a caller out',
    (name) => {
      const sent = completeHeaders(get('https://as.example/', [[name, 'of the caller']]), null)
      expect(sent.filter(([, value]) => value === 'of the caller')).toEqual([])
    },
  )

  it('names the host as the URL does', () => {
    const hosts = ['https://as.example/', 'https://as.example:443/', 'http://as.example:8443/', 'http://[::1]:80/']
    expect(hosts.map((url) => completeHeaders(get(url), null)[0]?.[1])).toEqual([
      'as.example',
      'as.example',
      'as.example:8443',
      '[::1]',
    ])
  })

  it('keeps an Accept-Encoding of the caller, and the order of all others', () => {
    const own: HttpRequest['headers'] = [
      ['b', '1'],
      ['accept-encoding', 'identity'],
      ['A', '2'],
      ['b', '3'],
    ]
    expect(completeHeaders(get('https://as.example/', own), null).slice(2)).toEqual(own)
  })

  it('tells a proxy who asks only in what the proxy itself reads', () => {
    const value = `Basic ${Buffer.from('anna:p:ä').toString('base64')}`
    expect(completeHeaders(get('http://api.example/'), proxy)).toContainEqual(['Proxy-Authorization', value])
    expect(names(get('http://api.example/'), { ...proxy, username: '', password: '' })).not.toContain(
      'Proxy-Authorization',
    )
    expect(names(get('https://api.example/'), proxy)).not.toContain('Proxy-Authorization')
    expect(names(get('http://api.example/'), { ...proxy, protocol: 'socks5' })).not.toContain('Proxy-Authorization')
    expect(names(get('http://api.example/'), null)).not.toContain('Proxy-Authorization')
  })
})

it.each([
  ['http', 'http://a.example/', true],
  ['https', 'http://a.example/', true],
  ['http', 'https://a.example/', false],
  ['socks5', 'http://a.example/', false],
] as const)('a proxy (%s) is asked for %s itself: %s', (protocol, url, asked) => {
  expect(asksProxy(url, { ...proxy, protocol })).toBe(asked)
})
