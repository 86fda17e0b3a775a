import { expect, test } from 'vitest'
import { proxyOfPac } from '../../electron/shell/pac.ts'

test.each([
  ['', null],
  ['DIRECT', null],
  ['NONSENSE proxy.example:1', null],
  ['PROXY', null],
  ['PROXY proxy.example:3128', 'http://proxy.example:3128'],
  ['PROXY proxy.example:3128; DIRECT', 'http://proxy.example:3128'],
  ['HTTPS proxy.example:443', 'https://proxy.example:443'],
  ['SOCKS5 [::1]:1080', 'socks5://[::1]:1080'],
  ['QUIC a:443; PROXY b:3128; DIRECT', 'http://b:3128'],
  ['DIRECT; PROXY b:3128', null],
  ['SOCKS 127.0.0.1:1080;PROXY b:1', 'socks4://127.0.0.1:1080'],
])('the first proxy of what the system says, %j, is %j', (list, url) => {
  expect(proxyOfPac(list)).toBe(url)
})
