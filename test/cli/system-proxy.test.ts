import { expect, test } from 'vitest'
import { proxyOfVariables } from '../../electron/cli/system-proxy.ts'
import { bypassesProxy } from '../../electron/core/proxy/proxy-bypass.ts'

const proxy = 'http://proxy.example:3128'

test.each([
  ['no variable', {}, null],
  ['the variable of the other scheme', { HTTP_PROXY: proxy }, null],
  ['an empty variable', { HTTPS_PROXY: '', https_proxy: '' }, null],
  ['HTTPS_PROXY', { HTTPS_PROXY: proxy }, proxy],
  ['lower case before upper case', { https_proxy: proxy, HTTPS_PROXY: 'http://other.example' }, proxy],
  ['ALL_PROXY last', { ALL_PROXY: 'socks5://proxy.example', HTTPS_PROXY: proxy }, proxy],
  ['ALL_PROXY alone', { all_proxy: 'socks5://proxy.example' }, 'socks5://proxy.example'],
  ['a proxy without a scheme, as an HTTP proxy', { HTTPS_PROXY: 'proxy.example:3128' }, proxy],
])('of %s the proxy is chosen', (_name, variables, expected) => {
  expect(proxyOfVariables('https://as.corp.example/token', variables)).toBe(expected)
})

test.each(['.corp.example', 'corp.example', '*.corp.example', 'other, as.corp.example', '*', 'as.corp.example:443'])(
  'NO_PROXY=%s means what it means in an environment',
  (list) => {
    const url = 'https://as.corp.example/token'
    expect(bypassesProxy(url, list)).toBe(true)
    expect(proxyOfVariables(url, { HTTPS_PROXY: proxy, NO_PROXY: list })).toBeNull()
  },
)

test.each(['https://10.1.2.3/token', 'https://[fd00::1]/token', 'https://as.corp.example:8443/token'])(
  'NO_PROXY has networks, addresses in brackets and ports for %s',
  (url) => {
    const list = '10.0.0.0/8 [fd00::1] .corp.example:8443'
    expect(proxyOfVariables(url, { HTTPS_PROXY: proxy, NO_PROXY: list })).toBeNull()
  },
)
