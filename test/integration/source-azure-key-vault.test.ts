import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AzureSource } from '../../electron/contract/secret-source.ts'
import { readAzureSecret } from '../../electron/core/secrets/sources/azure-key-vault.ts'
import { type AzureState, issuedToken, startAzureKeyVaultServer } from '../support/azure-key-vault-server.ts'
import { factsOf, messageOf, sourceAccess, uncancelled } from './source-access.ts'
import { type Authority, type Identity, makeAuthority } from './transport-authority.ts'
import { listen } from './transport-servers.ts'

const { keep, newAccess, newFolder } = sourceAccess()

const secret = 'the secret of the payment app'
const client = {
  tenant: '11111111-2222-3333-4444-555555555555',
  id: '66666666-7777-8888-9999-000000000000',
  secret: 'abc8Q~the-value-of-the-client-secret',
}
const [loginHost, vaultHost] = ['login.microsoftonline.com', 'payments.vault.azure.net']

const world: Partial<AzureState> = {
  client,
  secrets: {
    'client-secret': [
      {
        value: secret,
        version: 'b2',
        attributes: { created: 1_793_534_400, updated: 1_793_538_000, exp: 1_830_000_000 },
      },
      { value: 'the first one', version: 'a1' },
    ],
    empty: [{ value: '', version: 'c3' }],
  },
  denied: ['denied'],
  disabled: ['disabled'],
  challenge: `Bearer authorization="https://${loginHost}/${client.tenant}", resource="https://vault.azure.net"`,
}

let authority: Authority
let identity: Identity
beforeAll(async () => {
  authority = await makeAuthority()
  identity = await authority.issue('IP:127.0.0.1')
})
afterAll(() => authority.remove())

/** The SDK reads the variables of this process: nothing of this computer's own may be among them, nor a program to ask. */
beforeEach(async () => {
  for (const name of Object.keys(process.env))
    if (/^(?:AZURE|IDENTITY|MSI|IMDS)_/.test(name)) vi.stubEnv(name, undefined)
  vi.stubEnv('HOME', await newFolder())
  vi.stubEnv('AZURE_TOKEN_CREDENTIALS', 'EnvironmentCredential')
  vi.stubEnv('AZURE_TENANT_ID', client.tenant)
  vi.stubEnv('AZURE_CLIENT_ID', client.id)
  vi.stubEnv('AZURE_CLIENT_SECRET', client.secret)
})

const start = async (change: Partial<AzureState> = {}) =>
  keep(await startAzureKeyVaultServer(identity, { ...world, ...change }))

const source = (change: Partial<AzureSource> = {}): AzureSource => ({
  kind: 'azure_key_vault',
  vaultUrl: `https://${vaultHost}`,
  secretName: 'client-secret',
  version: '',
  ...change,
})

/** Reads over the real transport, with the hosts of Azure found at `origin`, as a hosts file would say. */
async function read(origin: string, change: Partial<AzureSource> = {}, signal = uncancelled()) {
  const access = await newAccess({ variables: process.env })
  const asked: string[] = []
  const reading = await readAzureSecret(
    source(change),
    'client_secret',
    {
      ...access,
      transport: (request, options) => {
        const { protocol, host, pathname, search } = new URL(request.url)
        asked.push(`${request.method} ${protocol}//${host}${pathname}`)
        const url = [loginHost, vaultHost].includes(host) ? `${origin}${pathname}${search}` : 'http://127.0.0.1:1/'
        return access.transport(
          { ...request, url },
          { ...options, network: { ...options.network, ca: [authority.ca] } },
        )
      },
    },
    signal,
  )
  return { reading, asked }
}

const failing = async (origin: string, change: Partial<AzureSource> = {}) =>
  messageOf((await read(origin, change)).reading)

const saying =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse): boolean => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body)
    return true
  }

const atVault =
  (interfere: AzureState['interfere']): AzureState['interfere'] =>
  (request, response) =>
    request.headers.authorization !== undefined && interfere(request, response)

describe('refusals', () => {
  test.each([
    ['', 'Enter the address of the vault'],
    ['http://127.0.0.1:1', 'begins with https://'],
    [`https://${vaultHost}/secrets/client-secret`, `Enter the address of the vault alone: https://${vaultHost}.`],
  ])('the address %j is refused', async (vaultUrl, problem) => {
    const { reading, asked } = await read('https://127.0.0.1:1', { vaultUrl })
    expect(messageOf(reading)).toContain(problem)
    expect(asked).toEqual([])
  })

  test('a login that is not set up names the ways to have one', async () => {
    vi.stubEnv('AZURE_CLIENT_SECRET', undefined)
    const azure = await start()
    expect(await failing(azure.origin)).toContain('The Azure SDK finds no login. Set AZURE_TENANT_ID')
  })

  test('a wrong client secret is refused in plain words, without the secret', async () => {
    vi.stubEnv('AZURE_CLIENT_SECRET', 'xyz8Q~another-value-altogether')
    const azure = await start()
    const message = await failing(azure.origin)
    expect(message).toContain('AZURE_CLIENT_SECRET has to be its value, not its ID.')
    expect(message).toContain('AADSTS7000215')
    expect(message).not.toContain('another-value')
  })

  test('an application that is not known, and a vault of another tenant, are named', async () => {
    const azure = await start()
    vi.stubEnv('AZURE_CLIENT_ID', 'other')
    expect(await failing(azure.origin)).toContain('The tenant does not know the application')
    azure.state.challenge = `Bearer authorization="https://${loginHost}/other", resource="https://vault.azure.net"`
    expect(await failing(azure.origin)).toContain('The vault is of another tenant than the login')
  })

  test('a secret that may not be read names the role', async () => {
    const azure = await start()
    const message = await failing(azure.origin, { secretName: 'denied' })
    expect(message).toContain('may not read denied')
    expect(message).toContain('"Key Vault Secrets User"')
    expect(message).toContain('Azure says: Caller is not authorized')
  })

  test('a secret that is disabled, missing, or has another version is named', async () => {
    const azure = await start()
    expect(await failing(azure.origin, { secretName: 'disabled' })).toContain(
      'The secret disabled is disabled. Enable it',
    )
    expect(await failing(azure.origin, { secretName: 'other' })).toContain('has no secret other')
    expect(await failing(azure.origin, { version: 'z9' })).toContain('has no secret client-secret, version z9,')
    expect(await failing(azure.origin, { secretName: 'empty' })).toContain('is empty')
  })

  test.each([
    [429, 'takes no more requests for now'],
    [500, 'The vault failed (500)'],
    [503, 'The vault failed (503)'],
    [401, 'does not accept the login'],
  ])('%i is explained, and the login goes there once only', async (status, problem) => {
    const azure = await start({ interfere: atVault(saying(status, '{"error":{"code":"X","message":"because"}}')) })
    expect(await failing(azure.origin)).toContain(problem)
    expect(azure.seen.filter(({ authorization }) => authorization !== '')).toHaveLength(1)
  })
})

describe('what is no Azure', () => {
  test('a vault that asks for the token of another resource gets none', async () => {
    const azure = await start({
      challenge: `Bearer authorization="https://${loginHost}/${client.tenant}", resource="https://vault.evil.example"`,
    })
    expect(await failing(azure.origin)).toContain('asks for a login at another domain')
    expect(azure.seen.map(({ url }) => url)).not.toContainEqual(expect.stringContaining('token'))
  })

  test('a vault of another domain that asks for the token of Azure gets none', async () => {
    const azure = await start()
    const access = await newAccess({ variables: process.env })
    const reading = await readAzureSecret(
      source({ vaultUrl: azure.origin }),
      'client_secret',
      {
        ...access,
        transport: (request, options) =>
          access.transport(request, { ...options, network: { ...options.network, ca: [authority.ca] } }),
      },
      uncancelled(),
    )
    expect(messageOf(reading)).toContain('asks for a login at another domain')
    expect(azure.seen).toHaveLength(1)
  })

  test('a server that repeats the client secret or the token has them masked', async () => {
    const description = `AADSTS9: ${client.secret}`
    const azure = await start({
      interfere: (request, response) =>
        request.method === 'POST' &&
        saying(400, JSON.stringify({ error: 'invalid_client', error_description: description }))(request, response),
    })
    const message = await failing(azure.origin)
    expect(message).toContain('AADSTS9')
    expect(message).not.toContain(client.secret)
    azure.state.interfere = atVault(
      saying(400, JSON.stringify({ error: { code: 'Bad', message: `no ${issuedToken}` } })),
    )
    const repeated = await failing(azure.origin)
    expect(repeated).toContain('Azure says: no')
    expect(repeated).not.toContain(issuedToken)
  })

  test('a redirect is refused, and not a byte arrives where it leads', async () => {
    const target = keep(await listen(() => {}))
    for (const status of [301, 302, 307, 308]) {
      const azure = await start({
        interfere: atVault(saying(status, '', { Location: `https://127.0.0.1:${target.port}/` })),
      })
      expect(await failing(azure.origin)).toContain(`redirects (${status}), which is not followed`)
      azure.state.interfere = (request, response) =>
        request.method === 'POST' &&
        saying(status, '', { Location: `https://127.0.0.1:${target.port}/` })(request, response)
      expect(await failing(azure.origin)).toContain(`https://${loginHost} redirects (${status})`)
    }
    expect([target.connections(), target.received()]).toEqual([0, ''])
  })

  test.each(['', '<html>', '[]', '{"value":', '{}', 'null', '{"value":7}'])(
    'the answer %j is no secret',
    async (body) => {
      const azure = await start({ interfere: atVault(saying(200, body)) })
      expect((await read(azure.origin)).reading).toMatchObject({ ok: false })
    },
  )

  test('an endless answer is cut off', async () => {
    const azure = await start({
      interfere: atVault((_request, response) => {
        const more = () => {
          while (response.write('x'.repeat(65_536)));
        }
        response.on('drain', more)
        more()
        return true
      }),
    })
    expect(await failing(azure.origin)).toContain('Answer too large')
  })

  test('a server that never answers can be cancelled', async () => {
    const controller = new AbortController()
    const azure = await start({
      interfere: () => {
        controller.abort()
        return true
      },
    })
    const { reading } = await read(azure.origin, {}, controller.signal)
    expect(reading).toEqual({ ok: false, problem: { code: 'source_cancelled', evidence: {} } })
  })

  test('a vault that cannot be reached, and one that is not trusted, are named', async () => {
    expect(await failing('https://127.0.0.1:1')).toMatch(/^Connection refused: 127\.0\.0\.1:1, while connecting/)
    const stranger = await makeAuthority('Stranger')
    keep({ close: stranger.remove })
    const azure = keep(await startAzureKeyVaultServer(await stranger.issue('IP:127.0.0.1'), world))
    expect(await failing(azure.origin)).toContain('among those that this computer trusts')
    expect(azure.seen).toEqual([])
  })
})

describe('readings of a server written from Microsoft’s API documentation', () => {
  test('the newest comes with version and dates, and everything goes through the transport', async () => {
    const azure = await start()
    const { reading, asked } = await read(azure.origin)
    expect(reading).toMatchObject({ ok: true, value: secret })
    expect(factsOf(reading)).toEqual({
      Length: `${secret.length} characters`,
      Version: 'b2',
      Created: '2026-11-01 12:00:00 UTC',
      Updated: '2026-11-01 13:00:00 UTC',
      Expires: '2027-12-28 13:20:00 UTC',
    })
    const vaultRequest = `GET https://${vaultHost}/secrets/client-secret/`
    expect([asked[0], asked.at(-1)]).toEqual([vaultRequest, vaultRequest])
    expect(asked).toContain(`POST https://${loginHost}/${client.tenant}/oauth2/v2.0/token`)
    expect(asked).toHaveLength(azure.seen.length)
  })

  test('another version is asked for by its id', async () => {
    const azure = await start()
    expect((await read(azure.origin, { version: 'a1' })).reading).toMatchObject({ ok: true, value: 'the first one' })
  })

  test('the metadata service of a machine in Azure is asked through the transport', async () => {
    vi.stubEnv('AZURE_TOKEN_CREDENTIALS', 'prod')
    vi.stubEnv('AZURE_CLIENT_SECRET', undefined)
    vi.stubEnv('AZURE_CLIENT_ID', undefined)
    const azure = await start()
    const { reading, asked } = await read(azure.origin)
    expect(messageOf(reading)).toContain('The Azure SDK finds no login')
    expect(asked).toContain('GET http://169.254.169.254/metadata/identity/oauth2/token')
  })
})
