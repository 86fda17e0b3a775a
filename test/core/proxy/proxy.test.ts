import { expect, test } from 'vitest'
import { bypassesProxy } from '../../../electron/core/proxy/proxy-bypass.ts'
import { parseProxy, proxyLabel } from '../../../electron/core/proxy/proxy-url.ts'

test.each([
  '',
  'proxy.example',
  'ftp://p',
  'http://',
  'http://u:p@h',
  'http://h/path',
  'http://h:0',
  'http://h:70000',
  'http://[10.0.0.1]:80',
  'http://[::1',
  'http://a b',
])('%j is no proxy', (text) => {
  expect(parseProxy(text, '', '')).toBeNull()
})

test.each([
  ['http://proxy.example', 'http://proxy.example:80'],
  ['HTTPS://proxy.example/', 'https://proxy.example:443'],
  ['socks://127.0.0.1', 'socks5://127.0.0.1:1080'],
  ['socks5h://[::1]:9050', 'socks5://[::1]:9050'],
  ['socks4a://h:1', 'socks4://h:1'],
  ['http://bücher.example:3128', 'http://xn--bcher-kva.example:3128'],
  ['http://10.0.0.1:3128', 'http://10.0.0.1:3128'],
])('%s is %s', (text, label) => {
  const proxy = parseProxy(text, 'u', 'p')
  expect(proxy).toMatchObject({ username: 'u', password: 'p' })
  expect(proxy === null ? null : proxyLabel(proxy)).toBe(label)
})

test.each([
  ['http://localhost:8080/', 'localhost', true],
  ['https://LOCALHOST.', 'localhost', true],
  ['https://as.corp.example', '.corp.example', true],
  ['https://as.corp.example', '*.corp.example', true],
  ['https://corp.example', '.corp.example', true],
  ['https://notcorp.example', '.corp.example', false],
  ['https://as.example:8443', 'as.example:8443', true],
  ['https://as.example', 'as.example:8443', false],
  ['https://as.example', 'as.example:443', true],
  ['https://10.1.2.3', '10.0.0.0/8', true],
  ['https://11.1.2.3', '10.0.0.0/8', false],
  ['https://[fd00::1]', 'fd00::/8', true],
  ['https://[::1]:8443', '[::1]:8443', true],
  ['https://[::1]:8443', '::1', true],
  ['https://[::1]:8443', '0:0::1', true],
  ['https://[::1]:8443', '[0:0::1]:8443', true],
  ['https://[::1]:8443', '::2', false],
  ['https://10.1.2.3', '10.1.2.3', true],
  ['https://10.1.2.30', '10.1.2.3', false],
  ['https://10.1.2.3', 'fd00::/8', false],
  ['http://127.0.0.1', 'localhost', false],
  ['https://anything.example', 'a, *', true],
  ['https://as.example', 'other.example  as.example', true],
  ['https://as.example', '', false],
  ['https://as.example', '10.0.0.0/99, /8, :, *.', false],
  ['https://as.corp.example', 'corp.example', true],
  ['https://notcorp.example', 'corp.example', false],
  ['https://as.corp.example', 'CORP.example.', true],
  ['https://notcorp.example', '*corp.example', true],
  ['https://as.bücher.example', 'bücher.example', true],
  ['https://as.example:8443', '.example:8443', true],
  ['https://as.example', '*:8443', false],
  ['https://10.1.2.3', '10.1.*', true],
  ['https://110.1.2.3', '10.1.*', false],
  ['https://127.0.0.1', '0.1', false],
  ['https://[fd00::1]', '[fd00::]/8', true],
  ['https://[::1]:8443', '[::1]', true],
  ['https://[::1]', '[::1]:8443', false],
  ['https://as.example', 'https:, :443, [, ]:443, *.*, .', false],
  ['https://as.example', `${':'.repeat(100_000)}x`, false],
  ['not a url', '*', false],
])('%s with the list %j goes around the proxy: %s', (url, list, expected) => {
  expect(bypassesProxy(url, list)).toBe(expected)
})
