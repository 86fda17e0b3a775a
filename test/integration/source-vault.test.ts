import type { IncomingMessage, ServerResponse } from 'node:http'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { VaultSource } from '../../electron/contract/secret-source.ts'
import type { SourceAccess } from '../../electron/core/secrets/source.ts'
import { readVault } from '../../electron/core/secrets/sources/vault.ts'
import { startVaultServer, type VaultState } from '../support/vault-server.ts'
import { factsOf, messageOf, now, sourceAccess, uncancelled } from './source-access.ts'
import { makeAuthority } from './transport-authority.ts'
import { listen } from './transport-servers.ts'

const { keep, newAccess, newFolder } = sourceAccess()

const token = 'hvs.CAESIJlongEnoughToBeOne'
const secret = 'the secret of the payment app'

const world: Partial<VaultState> = {
  kv1: { kv: { 'team/app': { client_secret: secret } } },
  kv2: {
    secret: {
      app: [{ data: { client_secret: 'the first one' } }, { data: { client_secret: secret, port: 8443, none: null } }],
      'team a/ü?#%': [{ data: { client_secret: secret } }],
      gone: [{ data: {}, deletedAt: '2026-11-20T08:00:00.5Z' }],
      destroyed: [{ data: {}, destroyed: true }],
    },
  },
  tokens: { [token]: ['kv/', 'secret/', 'nowhere/', 'pki/'] },
  logins: {
    approle: { 'role-1': { secret: 'secret-id-of-role-1', token } },
    'auth/k8s': { app: { secret: jwt({ exp: now / 1000 + 600 }), token } },
  },
}

const start = async (change: Partial<VaultState> = {}) => keep(await startVaultServer({ ...world, ...change }))

const source = (address: string, change: Partial<VaultSource> = {}): VaultSource => ({
  kind: 'vault',
  address,
  namespace: '',
  engine: 'kv2',
  mount: 'secret',
  path: 'app',
  key: 'client_secret',
  version: 0,
  login: { method: 'token' },
  caFile: '',
  ...change,
})

async function read(
  address: string,
  change: Partial<VaultSource> = {},
  access: Partial<SourceAccess> = { login: { vault_token: token } },
  signal = uncancelled(),
) {
  return readVault(source(address, change), 'client_secret', await newAccess(access), signal)
}

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part(claims)}.${Buffer.from('signature').toString('base64url')}`
}

/** Answers that, no matter what is asked. */
const saying =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse): boolean => {
    response.writeHead(status, headers).end(body)
    return true
  }

describe('before anything is sent', () => {
  test.each([
    ['http://vault.example:8200', 'Use https'],
    ['', 'Enter the address of Vault'],
    ['https://vault.example/?a=b', 'has a query'],
  ])('the address %j is refused', async (address, problem) => {
    expect(messageOf(await read(address))).toContain(problem)
  })

  test.each([
    [{ path: '../sys/raw' }, 'has a "." or ".." in it'],
    [{ path: 'a/./b' }, 'has a "." or ".." in it'],
    [{ path: 'a//b' }, 'has nothing between two slashes'],
    [{ path: 'a\u200bb' }, 'invisible character'],
    [{ mount: '..' }, 'The mount of the engine has a "." or ".." in it'],
    [{ namespace: 'a\r\nX-Evil: b' }, 'neither spaces nor accents'],
    [{ caFile: '/nowhere/ca.pem' }, 'The file /nowhere/ca.pem does not exist'],
  ])('%j is refused', async (change, problem) => {
    const vault = await start()
    expect(messageOf(await read(vault.address, change))).toContain(problem)
    expect(vault.seen).toEqual([])
  })

  test('without a token anywhere, all three places for one are named', async () => {
    const message = messageOf(await read('http://127.0.0.1:1', {}, {}))
    expect(message).toMatch(/Enter one, set VAULT_TOKEN, or run `vault login`, which writes ~\/.vault-token/)
  })

  test('a token that cannot be a header is refused and not quoted', async () => {
    const message = messageOf(await read('http://127.0.0.1:1', {}, { login: { vault_token: 'hvs.two words' } }))
    expect(message).toContain('has white space')
    expect(message).not.toContain('hvs.two')
  })

  test('without a secret ID, AppRole says where to put one', async () => {
    const login = { method: 'approle', mount: '', roleId: 'role-1' } as const
    expect(messageOf(await read('http://127.0.0.1:1', { login }, {}))).toContain('set VAULT_SECRET_ID')
  })

  test('a file that holds no signed JWT is never sent as the token of a service account', async () => {
    const vault = await start()
    const tokenFile = path.join(await newFolder(), 'id_ed25519')
    await writeFile(tokenFile, '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n')
    const login = { method: 'kubernetes', mount: 'auth/k8s', role: 'app', tokenFile } as const
    expect(messageOf(await read(vault.address, { login }))).toContain('The token of the service account')
    await writeFile(tokenFile, jwt({ exp: now / 1000 - 7200 }))
    expect(messageOf(await read(vault.address, { login }))).toContain('expired 2 h ago')
    expect(vault.seen).toEqual([])
  })
})

describe('refusals of a server written from Vault’s API documentation', () => {
  test('a token that Vault does not know is a 403, with the policy that is needed', async () => {
    const vault = await start()
    const message = messageOf(await read(vault.address, {}, { login: { vault_token: 'hvs.unknown' } }))
    expect(message).toContain('permission denied (403)')
    expect(message).toContain('allows "read" on secret/data/app')
  })

  test.each([
    [429, '{"errors":["request path \\"secret/data/app\\": rate limit quota exceeded"]}', 'too many requests'],
    [472, '{"errors":[]}', 'disaster recovery secondary (472)'],
    [473, '{"errors":[]}', 'performance standby (473)'],
    [412, '{"errors":["required index state not present"]}', 'not up to date yet (412)'],
    [500, '{"errors":["internal error"]}', 'Vault failed (500)'],
    [503, '{"errors":[]}', 'sealed or down for maintenance (503)'],
    [418, '{"errors":[]}', 'answered 418, which is not expected'],
  ])('%i is explained', async (status, body, problem) => {
    const vault = await start({ interfere: saying(status, body) })
    expect(messageOf(await read(vault.address))).toContain(problem)
  })

  test('a sealed Vault is said to be sealed, and by whom it is opened', async () => {
    const vault = await start({ sealed: true })
    expect(messageOf(await read(vault.address))).toContain('Vault is sealed (503). Its operator has to unseal it.')
  })

  test('a secret that is not there is named with its mount', async () => {
    const vault = await start()
    const message = messageOf(await read(vault.address, { path: 'other' }))
    expect(message).toBe('Reading secret/other in Vault: there is nothing (404). Check mount, path and namespace.')
    expect(messageOf(await read(vault.address, { mount: 'nowhere' }))).toContain('route entry not found')
    expect(messageOf(await read(vault.address, { version: 7 }))).toContain('there is nothing (404)')
  })

  test('a wrong namespace is a 403 that names the namespace', async () => {
    const vault = await start({ namespace: 'team/a' })
    expect(messageOf(await read(vault.address, { namespace: 'team/b' }))).toContain('is of another namespace')
  })

  test('a deleted version says when it was deleted, a destroyed one that it is gone', async () => {
    const vault = await start()
    expect(messageOf(await read(vault.address, { path: 'gone' }))).toBe(
      'Version 1 of secret/gone in Vault was deleted at 2026-11-20 08:00:00 UTC. Undelete it (`vault kv undelete`), or enter another version.',
    )
    expect(messageOf(await read(vault.address, { path: 'destroyed' }))).toContain(
      'was destroyed and cannot be recovered',
    )
  })

  test('an engine of the other version is recognised, whichever way round', async () => {
    const vault = await start()
    const asVersion1 = { engine: 'kv1', mount: 'secret', path: 'app' } as const
    expect(messageOf(await read(vault.address, asVersion1))).toContain('secret is the key-value engine version 2')
    const withData = { engine: 'kv1', mount: 'secret', path: 'data/app' } as const
    expect(messageOf(await read(vault.address, withData))).toContain('Leave "data/" out of the path')
    const asVersion2 = { engine: 'kv2', mount: 'kv', path: 'team/app' } as const
    expect(messageOf(await read(vault.address, asVersion2))).toContain('kv is the key-value engine version 1')
    expect(messageOf(await read(vault.address, { mount: 'pki' }))).toContain('the engine "pki"')
  })

  test('a key that is missing lists those that are there; one that is no string says what it is', async () => {
    const vault = await start()
    expect(messageOf(await read(vault.address, { key: 'password' }))).toBe(
      'secret/app in Vault has no key password. It has: client_secret, port, none.',
    )
    expect(messageOf(await read(vault.address, { key: 'port' }))).toContain('is a number, and a secret is a string')
    expect(messageOf(await read(vault.address, { key: 'none' }))).toContain('is null')
  })

  test.each(['__proto__', 'constructor', 'toString'])('the key %s is a name like any other', async (key) => {
    const vault = await start()
    expect(messageOf(await read(vault.address, { key }))).toContain(`has no key ${key}`)
    const body = `{"data":{"data":{"${key}":"own value"},"metadata":{"version":1}}}`
    vault.state.interfere = saying(200, body)
    expect(await read(vault.address, { key })).toMatchObject({ ok: true, value: 'own value' })
  })

  test('an empty value is no secret', async () => {
    const vault = await start({ interfere: saying(200, '{"data":{"data":{"client_secret":""}}}') })
    expect(messageOf(await read(vault.address))).toContain('is empty')
  })

  test('a login that is refused says what to check', async () => {
    const vault = await start()
    const login = { method: 'approle', mount: '', roleId: 'role-1' } as const
    const access = { login: { vault_secret_id: 'another-secret-id' } }
    const message = messageOf(await read(vault.address, { login }, access))
    expect(message).toContain('Logging in at Vault by AppRole (auth/approle)')
    expect(message).toContain('invalid role or secret ID')
    expect(messageOf(await read(vault.address, { login: { ...login, mount: 'other' } }, access))).toContain(
      '(auth/other)',
    )
    vault.state.interfere = saying(200, '{"auth":{"client_token":"","mfa_requirement":{"mfa_request_id":"1"}}}')
    expect(messageOf(await read(vault.address, { login }, access))).toContain('wants a second factor')
    vault.state.interfere = saying(200, '{"auth":null}')
    expect(messageOf(await read(vault.address, { login }, access))).toContain('no token (auth.client_token)')
  })
})

describe('what is no Vault', () => {
  test('a server that repeats what it was sent has the token masked, in base64 too', async () => {
    const encoded = Buffer.from(token).toString('base64')
    const vault = await start({
      interfere: saying(403, JSON.stringify({ errors: [`no ${token}, no ${encoded}\u001b[31m`] })),
    })
    const message = messageOf(await read(vault.address))
    expect(message).toContain('Vault says: no')
    expect(message).not.toContain(token.slice(4, 12))
    expect(message).not.toContain(encoded.slice(4, 16))
    expect(message).not.toContain('\u001b')
  })

  test('the token that a login gave is masked as well', async () => {
    const vault = await start()
    const login = { method: 'approle', mount: '', roleId: 'role-1' } as const
    vault.state.interfere = (request, response) =>
      request.method === 'GET' && saying(400, JSON.stringify({ errors: [`no ${token}`] }))(request, response)
    const message = messageOf(
      await read(vault.address, { login }, { login: { vault_secret_id: 'secret-id-of-role-1' } }),
    )
    expect(message).toContain('Vault says: no')
    expect(message).not.toContain(token)
  })

  test('a redirect is refused, and not a byte arrives where it leads', async () => {
    const target = keep(await listen(() => {}))
    const location = `http://127.0.0.1:${target.port}/v1/secret/data/app?x=y`
    for (const status of [301, 302, 307, 308]) {
      const vault = await start({ interfere: saying(status, '', { Location: location }) })
      const message = messageOf(await read(vault.address))
      expect(message).toContain(`redirects (${status}) to http://127.0.0.1:${target.port}/v1/secret/data/app.`)
      expect(message).toContain('not followed')
    }
    expect([target.connections(), target.received()]).toEqual([0, ''])
  })

  test.each([
    ['', 'with nothing'],
    ['<html>Log in</html>', 'something that is not JSON'],
    ['[1]', 'something that is not JSON'],
    ['{"data":', 'something that is not JSON'],
    ['{}', 'has no data in it'],
    ['{"data":{"data":7}}', 'has no data.data in it'],
    ['{"data":{"data":{"client_secret":"\ud800', 'something that is not JSON'],
  ])('the answer %j is refused', async (body, problem) => {
    const vault = await start({ interfere: saying(200, body) })
    expect(messageOf(await read(vault.address))).toContain(problem)
  })

  test('an answer of 100,000 levels is read without falling over', async () => {
    const vault = await start({ interfere: saying(200, `${'{"data":'.repeat(100_000)}1${'}'.repeat(100_000)}`) })
    expect(messageOf(await read(vault.address))).toContain('has no key client_secret. It has: data.')
  })

  test('an endless answer is cut off', async () => {
    const vault = await start({
      interfere: (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' })
        const more = () => {
          while (response.write('x'.repeat(65_536)));
        }
        response.on('drain', more)
        more()
        return true
      },
    })
    expect(messageOf(await read(vault.address))).toContain('Answer too large')
  })

  test('a server that never answers can be cancelled', async () => {
    const controller = new AbortController()
    const vault = await start({
      interfere: () => {
        controller.abort()
        return true
      },
    })
    expect(await read(vault.address, {}, undefined, controller.signal)).toEqual({
      ok: false,
      problem: { code: 'source_cancelled', evidence: {} },
    })
  })

  test('a port where nothing listens is named', async () => {
    const message = messageOf(await read('http://127.0.0.1:1'))
    expect(message).toMatch(/^Connection refused: 127\.0\.0\.1:1, while connecting/)
  })
})

describe('readings of a server written from Vault’s API documentation', () => {
  test('version 2 gives the newest, with its version, date and where the token was found', async () => {
    const vault = await start()
    const reading = await read(vault.address)
    expect(reading).toMatchObject({ ok: true, value: secret })
    expect(factsOf(reading)).toEqual({
      Length: `${secret.length} characters`,
      Version: '2',
      Created: '2026-11-02 10:20:30 UTC',
      Token: 'entered for this environment',
    })
    expect(vault.seen).toMatchObject([
      { method: 'GET', url: '/v1/secret/data/app', headers: { 'x-vault-request': 'true', 'x-vault-token': token } },
    ])
    expect(vault.seen[0]?.headers).not.toHaveProperty('x-vault-namespace')
  })

  test('version 2 gives an older version when asked', async () => {
    const vault = await start()
    expect(await read(vault.address, { version: 1 })).toMatchObject({ ok: true, value: 'the first one' })
  })

  test('version 1 gives the value as it is', async () => {
    const vault = await start()
    const reading = await read(vault.address, { engine: 'kv1', mount: 'kv', path: '/team/app/' })
    expect(reading).toMatchObject({ ok: true, value: secret })
    expect(factsOf(reading)).not.toHaveProperty('Version')
  })

  test('a path arrives segment by segment as it was typed', async () => {
    const vault = await start()
    expect(await read(vault.address, { path: 'team a/ü?#%' })).toMatchObject({ ok: true, value: secret })
    expect(vault.seen[0]?.url).toBe('/v1/secret/data/team%20a/%C3%BC%3F%23%25')
  })

  test('the namespace goes along with login and reading', async () => {
    const vault = await start({ namespace: 'team/a' })
    const login = { method: 'approle', mount: '', roleId: 'role-1' } as const
    const access = { variables: { VAULT_SECRET_ID: 'secret-id-of-role-1' } }
    const reading = await read(vault.address, { login, namespace: 'team/a' }, access)
    expect(reading).toMatchObject({ ok: true, value: secret })
    expect(factsOf(reading)).toMatchObject({ 'Secret ID': 'VAULT_SECRET_ID' })
    expect(vault.seen.map(({ headers }) => headers['x-vault-namespace'])).toEqual(['team/a', 'team/a'])
    expect(vault.seen[0]).toMatchObject({
      url: '/v1/auth/approle/login',
      body: '{"role_id":"role-1","secret_id":"secret-id-of-role-1"}',
    })
    expect(vault.seen[0]?.headers).not.toHaveProperty('x-vault-token')
  })

  test('Kubernetes logs in with the token of the service account, at a mount of any depth', async () => {
    const vault = await start()
    const tokenFile = path.join(await newFolder(), 'token')
    await writeFile(tokenFile, jwt({ exp: now / 1000 + 600 }))
    const login = { method: 'kubernetes', mount: 'auth/k8s', role: 'app', tokenFile } as const
    const reading = await read(vault.address, { login }, {})
    expect(reading).toMatchObject({ ok: true, value: secret })
    expect(factsOf(reading)).toMatchObject({ 'Service account': tokenFile })
  })

  test('the token is the one that was entered, else VAULT_TOKEN, else ~/.vault-token; the address may be VAULT_ADDR', async () => {
    const vault = await start()
    const homeFolder = await newFolder()
    await writeFile(path.join(homeFolder, '.vault-token'), `${token}\n`)
    const fromFile = await read('', {}, { homeFolder, variables: { VAULT_ADDR: `${vault.address}/` } })
    expect(fromFile).toMatchObject({ ok: true, value: secret })
    expect(factsOf(fromFile)).toMatchObject({ Token: '~/.vault-token' })
    await writeFile(path.join(homeFolder, '.vault-token'), 'hvs.another')
    const variables = { VAULT_ADDR: vault.address, VAULT_TOKEN: token }
    expect(factsOf(await read('', {}, { homeFolder, variables }))).toMatchObject({ Token: 'VAULT_TOKEN' })
    const both = { homeFolder, variables: { ...variables, VAULT_TOKEN: 'hvs.another' }, login: { vault_token: token } }
    expect(factsOf(await read('', {}, both))).toMatchObject({ Token: 'entered for this environment' })
  })

  test('a ~/.vault-token that is a folder is a mistake that is named', async () => {
    const homeFolder = await newFolder()
    await mkdir(path.join(homeFolder, '.vault-token'))
    expect(messageOf(await read('http://127.0.0.1:1', {}, { homeFolder }))).toContain('is a folder')
  })

  test('an authority of one’s own is trusted when its file is named, and not before', async () => {
    const authority = await makeAuthority()
    keep({ close: authority.remove })
    const vault = keep(await startVaultServer(world, await authority.issue('IP:127.0.0.1')))
    const message = messageOf(await read(vault.address))
    expect(message).toContain('Certificate from an unknown authority')
    expect(message).toContain('as the CA file of this source')
    expect(vault.seen).toEqual([])
    const caFile = path.join(await newFolder(), 'ca.pem')
    await writeFile(caFile, authority.ca)
    expect(await read(vault.address, { caFile })).toMatchObject({ ok: true, value: secret })
    await writeFile(caFile, 'no certificate')
    expect(await read(vault.address, { caFile })).toMatchObject({ ok: false })
  })
})
