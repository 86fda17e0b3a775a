import { describe, expect, it } from 'vitest'
import { authMethods } from '../../electron/vocabulary/client-authentication.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { FlowPlan } from '../../electron/contract/flow.ts'
import { explanationOf } from '../../electron/picture/explanation.ts'
import { stepNames } from '../../electron/picture/step-names.ts'
import { facts, orders, planWith } from './plan.ts'
import { shellArguments } from './shell-arguments.ts'

const curl = (change: Partial<EnvironmentInput>, step: (typeof stepNames)[number] = 'token_request') =>
  explanationOf(planWith(change), step, facts).curl
const sent = (change: Partial<EnvironmentInput>, step?: (typeof stepNames)[number]) =>
  shellArguments(curl(change, step))

describe('the curl of the token request', () => {
  it('is one option a line, with the secret as a variable', () => {
    expect(curl({})).toBe(`curl \\
  https://id.orders.example/token-srv/token \\
  -d grant_type=client_credentials \\
  -d client_id=ord-svc \\
  --data-urlencode client_secret="$CLIENT_SECRET" \\
  --data-urlencode 'scope=orders.read orders.write'`)
  })

  it('sends the Basic header with the client ID form-encoded, and says what is expected of the secret', () => {
    const method = { token_endpoint_auth_method: 'client_secret_basic', client_id: 'ord:svc' } as const
    expect(curl(method)).toMatch(/^# CLIENT_SECRET: form-encoded first/)
    expect(sent(method)).toEqual(expect.arrayContaining(['-u', 'ord%3Asvc:s&cret "1"']))
  })

  it.each(['client_secret_jwt', 'private_key_jwt', 'client_assertion_file'] as const)(
    'sends the assertion of %s',
    (method) => {
      expect(sent({ token_endpoint_auth_method: method })).toEqual(
        expect.arrayContaining([
          'client_id=ord-svc',
          'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          'client_assertion=a.b.c',
        ]),
      )
    },
  )

  it.each(['tls_client_auth', 'self_signed_tls_client_auth'] as const)('presents the certificate with %s', (method) => {
    expect(sent({ token_endpoint_auth_method: method })).toEqual(
      expect.arrayContaining(['--cert', 'client-certificate.pem', '--key', 'client-key.pem', 'client_id=ord-svc']),
    )
  })

  it('names the client alone with none', () => {
    const options = sent({ token_endpoint_auth_method: 'none' })
    expect(options).toContain('client_id=ord-svc')
    expect(options.join(' ')).not.toContain('s&cret')
  })

  it('sends JSON where the server takes it', () => {
    const options = sent({ tokenBodyFormat: 'json', resource: ['https://a.example', 'https://b.example'] })
    expect(options).toContain('Content-Type: application/json')
    expect(options.at(-1)).toBe(
      '{"grant_type":"client_credentials","client_id":"ord-svc","client_secret":"s&cret "1"","scope":"orders.read orders.write","resource":["https://a.example","https://b.example"]}',
    )
  })

  it('sends audience, every resource, the proof and the way through the proxy', () => {
    const options = sent({
      audience: 'https://api.orders.example',
      resource: ['https://a.example', 'https://b.example'],
      dpop: { ...orders.dpop, enabled: true },
      network: { ...orders.network, proxy: { ...orders.network.proxy, mode: 'explicit', url: 'http://proxy:3128' } },
    })
    expect(options).toEqual(
      expect.arrayContaining([
        'audience=https://api.orders.example',
        'resource=https://a.example',
        'resource=https://b.example',
        'DPoP: proof',
        '--proxy',
        'proxy:3128',
      ]),
    )
  })

  it('has a variable for what is not set', () => {
    expect(sent({ token_endpoint: '', client_id: '' })).toEqual(
      expect.arrayContaining(['https://id.example/token', 'client_id=id']),
    )
  })

  it('counts what is added under Configure', () => {
    expect(explanationOf(planWith({}), 'token_request', { ...facts, extras: 2 }).curl).toContain(
      '# 2 parameters and headers more, see Configure\n',
    )
  })
})

describe('the curl of the other steps', () => {
  it('introspects as the client, with the token itself, or with neither', () => {
    const style = (authentication: 'client' | 'bearer_token_itself' | 'none') => ({
      introspection: { ...orders.introspection, authentication },
    })
    expect(sent(style('client'), 'introspection')).toContain('client_secret=s&cret "1"')
    expect(sent(style('bearer_token_itself'), 'introspection')).toContain('Authorization: Bearer tok')
    expect(sent(style('none'), 'introspection')).toEqual([
      orders.introspection_endpoint,
      '--data-urlencode',
      'token=tok',
      '-d',
      'token_type_hint=access_token',
    ])
  })

  it('calls the API with the token, and with the proof where there is one', () => {
    expect(sent({}, 'api_call')).toEqual(['https://api.orders.example/orders', '-H', 'Authorization: Bearer tok'])
    expect(sent({ dpop: { ...orders.dpop, enabled: true } }, 'api_call')).toEqual([
      'https://api.orders.example/orders',
      '-H',
      'Authorization: DPoP tok',
      '-H',
      'DPoP: proof',
    ])
  })

  it('reads a secret at the address that is configured, in one word', () => {
    const read = (sources: FlowPlan['sources'], sourceScheme: 'http' | 'https') =>
      explanationOf({ ...planWith({}), sources }, 'secret', { ...facts, sourceScheme }).curl
    const local = read([{ kind: 'vault', host: '127.0.0.1:8200' }], 'http')
    expect(local).toMatch(/^ {2}"http:\/\/127\.0\.0\.1:8200\/v1\/\$SECRET_PATH" \\$/m)
    expect(shellArguments(local)[0]).toBe('http://127.0.0.1:8200/v1/secret/data/orders')
    expect(shellArguments(read([{ kind: 'vault', host: '' }], 'https'))[0]).toBe(
      'https://vault.example/v1/secret/data/orders',
    )
    expect(shellArguments(read([{ kind: 'vault', host: '$(id)"' }], 'https'))[0]).toBe(
      'https://$(id)"/v1/secret/data/orders',
    )
    expect(shellArguments(read([{ kind: 'azure', host: 'orders.vault.azure.net' }], 'https'))[0]).toBe(
      'https://orders.vault.azure.net/secrets/orders?api-version=7.4',
    )
  })

  it('is empty where nothing is sent', () => {
    for (const step of ['token_response', 'verification', 'api_answer'] as const) expect(curl({}, step)).toBe('')
  })
})

describe('hostile settings', () => {
  it('are no home folders, which bash would put after an equals sign', () => {
    const command = curl({ client_id: '~root', scope: '~root', audience: 'a:~root', resource: ['~root'] })
    expect(command.split('\n').filter((line) => line.includes('~') && !line.includes("'"))).toEqual([])
    expect(command).toContain("'scope=~root'")
  })

  const hostile = `x'"$(echo owned)\`id\`; & \\ ! %n @f \u{202e}\n-o /etc`

  it.each(authMethods.flatMap((method) => (['form', 'json'] as const).map((format) => [method, format] as const)))(
    'stay one word of the shell with %s and a body of %s',
    (method, format) => {
      for (const step of stepNames) {
        const change = {
          token_endpoint_auth_method: method,
          tokenBodyFormat: format,
          client_id: hostile,
          audience: hostile,
          resource: [hostile],
          token_endpoint: `https://id.example/${hostile}`,
          introspection_endpoint: `"$(${hostile})"`,
          jwks_uri: hostile,
          revocation_endpoint: hostile,
        }
        const command = curl(change, step)
        expect(command).not.toContain('\u{202e}')
        expect(shellArguments(command || 'curl').join(' ')).not.toMatch(/(?<!echo(?: |%20))owned/)
      }
      expect(sent({ token_endpoint_auth_method: 'client_secret_post', client_id: hostile })).toContain(
        `client_id=${encodeURIComponent(hostile).replaceAll(/[!'()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
      )
    },
  )
})
