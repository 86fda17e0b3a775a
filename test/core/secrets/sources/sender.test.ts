import { expect, test } from 'vitest'
import { directNetwork, type Network } from '../../../../electron/core/http/transcript.ts'
import { makeSender } from '../../../../electron/core/secrets/sources/sender.ts'
import { sourceAccess, uncancelled } from '../../../integration/source-access.ts'

const { newAccess } = sourceAccess()

/** How the requests of a source travel when the system names this proxy for everything. */
async function networkOf(url: string, proxy: string | null): Promise<Network | null> {
  const access = await newAccess({ systemProxy: async () => proxy })
  let network: Network | null = null
  const send = makeSender(
    {
      ...access,
      transport: (request, options) => {
        network = options.network
        return access.transport({ ...request, url: 'http://127.0.0.1:1/' }, { ...options, network: directNetwork })
      },
    },
    ['a PEM'],
    uncancelled(),
  )
  await send({ method: 'GET', url, headers: [], body: null })
  return network
}

test('http that leaves this computer is never sent', async () => {
  expect(await networkOf('http://vault.example/', null)).toBeNull()
  expect(await networkOf('http://169.254.example/', null)).toBeNull()
  expect(await networkOf('http://127.0.0.1:8200/', null)).not.toBeNull()
})

test('the proxy of the system is used, with its credentials', async () => {
  const url = 'https://vault.example/'
  const network = await networkOf(url, 'http://user:p%40ss@proxy.example:3128')
  expect(network?.ca).toEqual(['a PEM'])
  expect(await network?.proxyFor(url)).toEqual({
    protocol: 'http',
    host: 'proxy.example',
    port: 3128,
    username: 'user',
    password: 'p@ss',
  })
  const direct = await networkOf(url, null)
  expect(await direct?.proxyFor(url)).toBeNull()
})

test('a proxy that is not understood is an error without its credentials', async () => {
  const network = await networkOf('https://vault.example/', 'quic://user:hidden@proxy.example:3128')
  await expect(network?.proxyFor('https://vault.example/')).rejects.toThrow(/^quic:\/\/proxy.example:3128$/)
})

test.each([
  'http://127.0.0.1:8200/',
  'http://localhost:40342/',
  'http://169.254.169.254/metadata/identity/oauth2/token',
])('%s is asked without a proxy', async (url) => {
  const network = await networkOf(url, 'http://proxy.example:3128')
  expect(await network?.proxyFor(url)).toBeNull()
})
