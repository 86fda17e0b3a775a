import { Buffer } from 'node:buffer'
import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { knownSecrets } from '../../../electron/core/exporting/known-secrets.ts'
import { type FoundLeak, scan } from '../../../electron/core/exporting/scan.ts'

const kindsIn = async (content: unknown, secrets: readonly string[] = []) => {
  const found = await scan([{ id: 'e', name: 'Orders', content }], knownSecrets(secrets))
  return found.map(({ leak: { place, kind } }) => `${place} ${kind}`)
}

/** Pieces that only together look like a secret, so that no scanner of repositories takes this file for a leak. */
const secretLooking: Readonly<Record<string, string>> = {
  'a GitHub token': ['ghp', '_16C7e42F292c6912E7710c838347Ae178B4a'].join(''),
  'a fine-grained GitHub token': ['github', '_pat_11ABCDEFG0aBcDeFgHiJkL_mNoPqRsTuVwXyZ0123456789'].join(''),
  'a GitLab token': ['glpat', '-Zx81kLmN0pQrStUvWxYz'].join(''),
  'an AWS key id': ['AKIA', 'IOSFODNN7EXAMPLE'].join(''),
  'an AWS secret key': ['kP9x/Q2vLm4+Ht7Rz', 'YbWcNd8sEfUo3JgAi6TqXlp'].join(''),
  'a Slack token': ['xoxb', '-263594206564-2343594206574-FGqddMF8t08v8N7Oq4i57vs1'].join(''),
  'a Stripe key': ['sk', '_live_4eC39HqLyjWDarjtT1zdp7dc'].join(''),
  'an Azure client secret': ['Zt38Q', '~aW1nZ2tXqYtR4rP0m3vBv7cLx2sDf5gHj6k'].join(''),
  'a Google API key': ['AIza', 'SyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe'].join(''),
  'a Google client secret': ['GOCSPX', '-1a2B3c4D5e6F7g8H9i0J1k2L3m4N'].join(''),
  'a SendGrid key': ['SG', '.ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf-09kqeF8tAmbihYzrnopKc-1s5cr'].join(''),
  'a Vault token': ['hvs', '.CAESIJ4bXqfV0uR9k3Zr7n2mLw8aYc5e'].join(''),
  '32 hex digits': ['9f86d081884c7d65', '9a2feaa0c55ad015'].join(''),
  '64 hex digits': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  '24 characters of base64': ['q83vEjRWeJq8', '3vASNFZ4mg=='].join(''),
  '32 bytes of base64url': ['x4Nn0Yb7Qm2Vt9Rk3Ls8', 'Wd1Jf6Hg5Zc0Pa7Ue4TiB2o'].join(''),
  'an Auth0 client secret': ['YTmfw3UZ8pQk2', 'Xn7_Rb1cVj4Lh9-Gd6Ss0Ae5Wo3Ti8Bu2Kx7Nm1Py4Qz'].join(''),
  'letters and digits of a password manager': ['kx82mvq01zpl', '47tbw93ndr65'].join(''),
}

test.each(Object.entries(secretLooking))(
  '%s is noticed in notes, a header, a parameter, a URL and a body',
  async (_, secret) => {
    const content = {
      notes: `Use this one: ${secret}, until March.`,
      headers: [{ name: 'X-Tenant', value: secret }],
      parameters: [{ name: 'hint', value: secret }],
      apiCalls: [
        {
          url: `https://api.example/${encodeURIComponent(secret)}?v=${encodeURIComponent(secret)}`,
          body: `{"a": "${secret}"}`,
        },
      ],
    }
    const places = (await kindsIn(content)).filter((found) => found.endsWith(' high_entropy'))
    expect(places).toContain('notes high_entropy')
    expect(places).toContain('headers.0.value high_entropy')
    expect(places).toContain('parameters.0.value high_entropy')
    expect(places).toContain('apiCalls.0.url high_entropy')
    expect(places).toContain('apiCalls.0.body high_entropy')
  },
)

const harmless = [
  '550e8400-e29b-41d4-a716-446655440000',
  'api://9a8b7c6d-1234-5678-9abc-def012345678/.default',
  'openid profile email offline_access api:read api:write orders.read.all https://graph.microsoft.com/.default',
  'https://login.microsoftonline.com/9a8b7c6d-1234-5678-9abc-def012345678/oauth2/v2.0/token',
  'https://keycloak.staging.internal.example.com:8443/realms/ClientCredentialsExplorer/protocol/openid-connect/token/introspect',
  'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab1Cd2Ef3/.well-known/openid-configuration',
  'https://dev-12345678.okta.com/oauth2/aus1a2b3c4d5e6f7g8h9/v1/token',
  'arn:aws:secretsmanager:eu-central-1:123456789012:secret:production/orders/client-AbCdEf',
  '/var/run/secrets/kubernetes.io/serviceaccount/token',
  'C:\\Users\\Administrator\\AppData\\Roaming\\certificates\\client-2024-01-15.pem',
  'projects/my-project-123456/secrets/orders-client-secret/versions/latest',
  'Ask the platform team (platform-team@example.com) on 2026-11-24T21:43:51.123Z, ticket PLATFORM-12345.',
  'kid: 0ZcEQ8nBRFkfPd3bZSxCSA9v4mYkX2cZcN7mU1a2b3c',
  'x5t#S256: "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2"',
  'thumbprint 9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B',
  'sha256=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'client_id: aBcD1234eFgH5678iJkL9012mNoP3456',
  '5A:3F:0C:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD',
  'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  'application/vnd.example.orders.v2+json; charset=utf-8; profile="https://example.com/profiles/order-2024"',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.6723.58 Safari/537.36',
  'getCustomerOrderHistoryByCustomerIdentifierV2Internal',
  'service-account-orders-read-write-production-eu-central-1',
  'LoremIpsumDolorSitAmetConsecteturAdipiscingElit2024',
  '+49 30 1234567 or 0800-123-456-789, IBAN DE89 3704 0044 0532 0130 00',
  '{"orderId": 4711, "items": [{"sku": "COPPER-WIRE-1.5", "quantity": 3}], "total": 12345678901234567890}',
  'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kdugk5m4qz2c3zt',
  'https://api.example/orders?key={{API_KEY}}&token=<token>&sort=created_at&code=',
  '1234567890-abcdefg.apps.googleusercontent.com',
]

test.each(harmless)('%s is no secret', async (text) => {
  const content = {
    notes: text,
    headers: [{ name: 'X-Note', value: text }],
    scope: text,
    apiCalls: [{ url: text, body: text }],
  }
  expect(await kindsIn(content)).toEqual([])
})

test('identifiers that are random by nature are no secrets in their own fields', async () => {
  const random = 'aBcD1234eFgH5678iJkL9012mNoP3456'
  expect(
    await kindsIn({ id: random, client_id: random, assertion: { kid: random }, apiCalls: [{ id: random }] }),
  ).toEqual([])
  expect(await kindsIn({ audience: random })).toEqual(['audience high_entropy'])
})

const secret = 'c4nary/S3cret+Wert "ä" =='
const encodings: Readonly<Record<string, string>> = {
  'as it is': secret,
  'percent-encoded': encodeURIComponent(secret),
  'percent-encoded twice': encodeURIComponent(encodeURIComponent(secret)),
  'form-encoded': new URLSearchParams({ a: secret }).toString(),
  'in JSON': JSON.stringify({ a: secret }),
  'in JSON with escapes': JSON.stringify(secret).replace('ä', '\\u00e4'),
  'in base64': Buffer.from(secret).toString('base64'),
  'in base64url': Buffer.from(secret).toString('base64url'),
  'in a Basic pair': `Basic ${Buffer.from(`client:${secret}`).toString('base64')}`,
  'in hex': Buffer.from(secret).toString('hex'),
  'in capital hex': Buffer.from(secret).toString('hex').toUpperCase(),
  'as HTML': secret.replaceAll('"', '&quot;').replace('ä', '&#228;'),
}

test.each(Object.entries(encodings))(
  'a known secret is found %s, wherever it is, and must not be written',
  async (_, text) => {
    const content = {
      name: `a ${text} b`,
      network: { proxy: { username: text }, caFile: `/${text}` },
      apiCalls: [{ url: text, body: text }],
      futureMember: { [`${text} and more, so that it is long`]: [text] },
    }
    const found = await scan([{ id: 'e', name: 'Orders', content }], knownSecrets([secret]))
    expect(found.map(({ leak, fatal }) => [leak.kind, fatal])).toEqual(found.map(() => ['known_secret', true]))
    const places = found.map(({ leak }) => leak.place)
    expect(places).toEqual(
      expect.arrayContaining([
        'name',
        'network.proxy.username',
        'network.caFile',
        'apiCalls.0.url',
        'apiCalls.0.body',
        'futureMember.name',
      ]),
    )
    expect(places).toHaveLength(7)
  },
)

test('a short secret is found as its own word only, and may be a word', async () => {
  const found = await scan(
    [{ id: 'e', name: 'n', content: { a: 'a test here', b: 'testing' } }],
    knownSecrets(['test', 'abc']),
  )
  expect(found.map(({ leak, fatal }) => [leak.place, leak.kind, fatal])).toEqual([['a', 'known_secret', false]])
})

test('a line of a known private key, and a private member of a known JWK, are found by themselves', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  const jwk = privateKey.export({ format: 'jwk' })
  expect(await kindsIn({ notes: `x ${pem.split('\n')[5]} y` }, [pem])).toEqual(['notes known_secret'])
  expect(await kindsIn({ notes: `x ${jwk.d} y` }, [JSON.stringify(jwk)])).toEqual(['notes known_secret'])
})

test('private keys are found in every field and must not be written', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ format: 'pem', type: 'sec1' }).toString()
  const jwk = JSON.stringify(privateKey.export({ format: 'jwk' }))
  const age = ['AGE-SECRET-KEY-1', 'GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX'].join('')
  const content = { notes: pem, apiCalls: [{ body: jwk }], network: { ca: pem }, headers: [{ name: 'a', value: age }] }
  const found: FoundLeak[] = await scan([{ id: 'e', name: 'n', content }], knownSecrets([]))
  expect(found.map(({ leak, fatal }) => [leak.place, leak.kind, fatal])).toEqual([
    ['notes', 'private_key', true],
    ['apiCalls.0.body', 'private_key', true],
    ['network.ca', 'private_key', true],
    ['headers.0.value', 'private_key', true],
  ])
})

test('certificates are at home in their fields, and shown elsewhere', async () => {
  const pem = `-----BEGIN CERTIFICATE-----\n${'MIIBszCCAVmgAwIBAgIUQ2x1c3RlckNBMB4XDTI0MTEyNDIx\n'.repeat(8)}-----END CERTIFICATE-----\n`
  const network = { ca: pem, clientCertificate: { certificate: pem } }
  expect(await kindsIn({ network, assertion: { certificate: pem } })).toEqual([])
  expect(await kindsIn({ notes: pem })).toEqual(['notes certificate'])
})

test('in a saved call, headers, parameters, fields and JSON members that are named like a secret are shown, masked', async () => {
  const row = (name: string, value: string) => ({ name, value, enabled: true })
  const call = {
    headers: [
      row('Authorization', 'Basic aHVudGVyMjI6'),
      row('Cookie', 'sid=hunter22'),
      row('X-Api-Key', 'hunter22'),
      row('Accept', 'application/json'),
    ],
    query: [row('api_key', 'hunter22'), row('status', 'open'), { name: 'sig', value: null, enabled: true }],
    body: { kind: 'form', fields: [row('password', 'hunter22')] },
  }
  const multipart = { body: { kind: 'multipart', parts: [{ kind: 'text', ...row('secret', 'hunter22') }] } }
  const json = { body: { kind: 'json', text: '{"user": "kim", "password": "hunter22", "page": "none"}' } }
  const content = { apiCalls: [call, multipart, json] }
  const found = await scan([{ id: 'e', name: 'n', content }], knownSecrets([]))
  expect(found.map(({ leak }) => leak.place)).toEqual([
    'apiCalls.0.headers.0.value',
    'apiCalls.0.headers.1.value',
    'apiCalls.0.headers.2.value',
    'apiCalls.0.query.0.value',
    'apiCalls.0.body.fields.0.value',
    'apiCalls.1.body.parts.0.value',
    'apiCalls.2.body.text',
  ])
  expect(JSON.stringify(found)).not.toMatch(/hunter22|aHVudGVyMjI/)
})

test('a variable in the place of a secret is none', async () => {
  const headers = [
    { name: 'Authorization', value: 'Bearer {{token}}', enabled: true },
    { name: 'X-Api-Key', value: '{{key}}', enabled: true },
  ]
  const body = { kind: 'json', text: '{"password": "{{password}}"}' }
  expect(await kindsIn({ apiCalls: [{ headers, body, url: 'https://{{host}}/?api_key={{key}}' }] })).toEqual([])
})

test('JWTs, credentials in URLs and parameters that are named like a secret are shown, masked', async () => {
  const jwt = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.eyJzdWIiOiJhIn0.c2ln`
  const content = {
    notes: `Bearer ${jwt}`,
    issuer: 'see https://admin:hunter22@as.example/x',
    apiCalls: [{ url: 'https://api.example/?page=2&api_key=hunter22&sig=a%2Fb%3D%3D' }],
    headers: [{ name: 'Authorization', value: 'Basic aHVudGVyMjI6' }],
    parameters: [{ name: 'password', value: 'hunter22' }],
  }
  const found = await scan([{ id: 'e', name: 'n', content }], knownSecrets([]))
  expect(found.map(({ leak }) => `${leak.place} ${leak.kind}`)).toEqual([
    'notes jwt',
    'issuer url_credentials',
    'apiCalls.0.url url_credentials',
    'apiCalls.0.url url_credentials',
    'headers.0.value high_entropy',
    'parameters.0.value high_entropy',
  ])
  expect(JSON.stringify(found)).not.toMatch(/hunter22|aHVudGVyMjI|c2ln/)
})
