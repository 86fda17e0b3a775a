import { expect, test } from 'vitest'
import { readClientSettings } from '../../../electron/common/client-settings/read-client-settings.ts'
import { noted, settingsIn } from './read.ts'

const secret = 'hunter2'
const tail = '-d grant_type=client_credentials'
const curl = (options: string) => `curl https://as.example/token ${options} ${tail}`

/** Where a secret may be is `secrets`; all else is shown or stored in clear. */
test.each([
  ['behind a variable and a colon', curl(`-u "$CLIENT_ID:${secret}"`)],
  ['as the default of a variable', curl(`-u "$CLIENT_ID:\${CLIENT_SECRET:-${secret}}"`)],
  ['in a URL, with a number sign', `curl 'https://orders:p#${secret}@as.example/token' ${tail}`],
  ['in a URL, with a slash', `curl 'https://orders:${secret}/2@as.example/token' ${tail}`],
  ['in the address of a proxy, with a slash', curl(`-u orders:s -x http://u:${secret}/2@proxy.example:3128`)],
  [
    'as the value of an option for TLS',
    `curl --tlsuser u --tlspassword ${secret} as.example/token -u orders:s ${tail}`,
  ],
  ['in parameters', curl(`-u orders:s -d pwd=${secret} -d pass=${secret} -d x='Bearer ${secret}'`)],
  [
    'in headers',
    curl(
      `-u orders:s -H 'X-Functions-Key: ${secret}' -H 'X-Auth: ${secret}' -H 'X-Session-Id: ${secret}' -H 'X-Any: Bearer ${secret}'`,
    ),
  ],
  ['in a parameter that repeats the client secret', curl(`-u orders:${secret} -d copy=${secret}`)],
  ['in the query of an address', `CLIENT_ID=orders\nTOKEN_URL=https://as.example/token?client_secret=${secret}`],
  ['on one line with the client ID', `CLIENT_ID=orders CLIENT_SECRET=${secret} TOKEN_URL=https://as.example/token`],
  ['on one line with exported variables', `export CLIENT_ID=orders; export CLIENT_SECRET=${secret}`],
  [
    'in an mTLS endpoint',
    `{"client_id":"orders","mtls_endpoint_aliases":{"token_endpoint":"https://u:${secret}@as.example/token"}}`,
  ],
  [
    'in the address of a service key',
    `{"clientid":"orders","clientsecret":"s","url":"https://u:${secret}@as.example"}`,
  ],
  [
    'in the address of Keycloak',
    `{"realm":"r","resource":"orders","auth-server-url":"https://u:${secret}@sso.example"}`,
  ],
])('a secret %s is in no field and no note', (_name, text) => {
  const { fields, provider, notes } = settingsIn(text)
  expect(JSON.stringify({ fields, provider, notes })).not.toContain(secret)
})

test('variables within a substitution are named, and are no secret', () => {
  const settings = settingsIn(curl(`-H "Authorization: Basic $(echo -n "$CLIENT_ID:$CLIENT_SECRET" | base64)"`))
  expect(settings.secrets).toEqual({})
  expect(settings.fields.client_id).toBe('$CLIENT_ID')
  expect(noted(settings, 'variables')).toEqual(['$(…)', '$CLIENT_ID', '$CLIENT_SECRET'])
  expect(noted(settings, 'secret_not_there')).toEqual(['client_secret'])
})

test('percent signs of a form that a browser copied for cmd are no variable', () => {
  const settings = settingsIn(
    'curl ^"https://as.example/token^" -d ^"grant_type=client_credentials^&client_id=a^&client_secret=s%C3%A4abc%20x^"',
  )
  expect(settings.secrets).toEqual({ client_secret: 'säabc x' })
  expect(settings.notes).toEqual([])
})

test.each(['$CLIENT_SECRET', '%CLIENT_SECRET%', '[REDACTED]', '$env:CLIENT_SECRET'])(
  '%s in a file is no secret',
  (text) => {
    expect(settingsIn(`CLIENT_ID=orders\nCLIENT_SECRET=${text}`).secrets).toEqual({})
  },
)

test('the value of an option that is not known is not taken for the endpoint', () => {
  for (const option of ['--etag-save e.txt', '--of-a-later-version value'])
    expect(settingsIn(`curl ${option} https://as.example/token -u orders:s ${tail}`).fields.token_endpoint).toBe(
      'https://as.example/token',
    )
})

test('an option with a name that every object has sets no proxy', () => {
  expect(settingsIn(`curl --constructor https://as.example/token -u orders:s ${tail}`).fields).not.toHaveProperty(
    'proxy',
  )
})

test.each([
  '[dev]\nclient_id=dev\ntoken_url=https://dev.example/token\n[prod]\nclient_id=orders\nclient_secret=s3cret\n',
  'DEV_CLIENT_ID=dev\nDEV_TOKEN_URL=https://dev.example/token\nPROD_CLIENT_ID=orders\nPROD_CLIENT_SECRET=s3cret',
  '{"dev":{"client_id":"dev","token_url":"https://dev.example/token"},"prod":{"client_id":"orders","client_secret":"s3cret"}}',
])('the secret of one client never comes with the address of another: %j', (text) => {
  const { fields, secrets } = settingsIn(text)
  expect(fields).toEqual({ client_id: 'orders' })
  expect(secrets).toEqual({ client_secret: 's3cret' })
})

test('of a variable that is set twice the last value counts, and the proxy for https comes first', () => {
  const { fields, secrets } = settingsIn(
    'CLIENT_ID=orders\nCLIENT_SECRET=old\nCLIENT_SECRET=new\nHTTP_PROXY=http://a.example:1\nHTTPS_PROXY=http://b.example:2',
  )
  expect(secrets).toEqual({ client_secret: 'new' })
  expect(fields.proxy?.url).toBe('http://b.example:2')
})

test('another service of Azure is no authority of Entra', () => {
  const { provider } = settingsIn(
    'AZURE_CLIENT_ID=a\nAZURE_TENANT_ID=8eaef023-2b34-4da1-9baa-8bc8c9d6a490\nAZURE_CLIENT_SECRET=s\nAZURE_STORAGE_URL=https://acct.blob.example',
  )
  expect(provider?.placeholders).toEqual({ tenant: '8eaef023-2b34-4da1-9baa-8bc8c9d6a490' })
})

test.each([String.raw`\\files.example\share\ca.pem`, '//files.example/share/ca.pem'])(
  'the path %s of a network share is named and not used',
  (path) => {
    const settings = settingsIn(curl(`--cacert '${path}' -u orders:s`))
    expect(settings.fields).not.toHaveProperty('caFile')
    expect(noted(settings, 'not_used')).toEqual([path])
  },
)

// Nothing is timed: what takes the square of the time, or of the memory, would not end before the test is given up.
test('a megabyte of different variables is read, and so are thousands of members within one of a long name', () => {
  const scopes = Array.from({ length: 60_000 }, (_, index) => `&scope=\${${index}}`).join('')
  expect(readClientSettings(curl(`-u orders:s -d "a=b${scopes}"`)).kind).toBe('read')
  const members = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`key${index}`, 'v']))
  expect(readClientSettings(JSON.stringify({ client_id: 'a', ['n'.repeat(900_000)]: members })).kind).toBe('read')
})

test('a megabyte of variables on one line does not keep the first of them from being read', () => {
  const line = Array.from({ length: 120_000 }, (_, index) => `V${index}=1`).join(' ')
  const outcome = readClientSettings(`CLIENT_ID=orders ${line}`.slice(0, 1_000_000))
  expect(outcome.kind === 'read' && outcome.settings.fields.client_id).toBe('orders')
})
