import { expect, test } from 'vitest'
import { type Example, noted, settingsIn } from './read.ts'

const post = { token_endpoint_auth_method: 'client_secret_post', tokenBodyFormat: 'form' } as const
const basic = { token_endpoint_auth_method: 'client_secret_basic', tokenBodyFormat: 'form' } as const
const client = { client_id: 'orders' }
const secrets = { client_secret: 's3cret' }
const endpoint = { token_endpoint: 'https://as.example/token' }
const encoded = (text: string): string => Buffer.from(text).toString('base64')

const examples: Record<string, Example> = {
  'credentials by -u on one line': {
    text: `curl -X POST 'https://as.example/token' -u orders:s3cret -d grant_type=client_credentials -d 'scope=api:read api:write'`,
    fields: { ...endpoint, ...basic, ...client, scope: 'api:read api:write' },
    secrets,
  },
  'options glued to their values': {
    text: `curl -sSXPOST -uorders:s3cret -dgrant_type=client_credentials https://as.example/token | jq -r .access_token`,
    fields: { ...endpoint, ...basic, ...client },
    secrets,
  },
  'credentials in the body, lines continued by backslashes': {
    text: `curl --request POST \\
  --url https://as.example/token \\
  --header 'Content-Type: application/x-www-form-urlencoded' \\
  --data-urlencode 'grant_type=client_credentials' \\
  --data-urlencode 'client_id=orders' \\
  --data-urlencode 'client_secret=s3cret' \\
  --data-urlencode 'audience=https://api.example/v1?a=1&b=2'`,
    fields: { ...endpoint, ...post, ...client, audience: 'https://api.example/v1?a=1&b=2' },
    secrets,
  },
  'backslashes with spaces behind them': {
    text: `curl https://as.example/token \\  \n -u orders:s3cret \\\t\n -d grant_type=client_credentials`,
    fields: { ...endpoint, ...basic, ...client },
    secrets,
  },
  'lines that lost what continues them': {
    text: `curl https://as.example/token\n  -u orders:s3cret\n  -d grant_type=client_credentials`,
    fields: { ...endpoint, ...basic, ...client },
    secrets,
  },
  'one data option with an encoded form': {
    text: `curl -d "grant_type=client_credentials&client_id=orders&client_secret=s%26cr%2Bt&scope=a+b%20c" https://as.example/token`,
    fields: { ...endpoint, ...post, ...client, scope: 'a b c' },
    secrets: { client_secret: 's&cr+t' },
  },
  'a plus sign that --data-urlencode keeps': {
    text: `curl https://as.example/token -d grant_type=client_credentials -d client_id=orders --data-urlencode client_secret=a+b=c`,
    fields: { ...endpoint, ...post, ...client },
    secrets: { client_secret: 'a+b=c' },
  },
  'JSON as Auth0 documents it': {
    text: `curl --request POST \\
  --url 'https://tenant.eu.auth0.com/oauth/token' \\
  --header 'content-type: application/json' \\
  --data '{"client_id":"orders","client_secret":"s3cret","audience":"https://api.example/","grant_type":"client_credentials"}'`,
    fields: {
      token_endpoint: 'https://tenant.eu.auth0.com/oauth/token',
      token_endpoint_auth_method: 'client_secret_post',
      tokenBodyFormat: 'json',
      ...client,
      audience: 'https://api.example/',
    },
    secrets,
    provider: 'auth0',
  },
  'JSON with escaped quotes in double quotes': {
    text: String.raw`curl https://as.example/token -H "Content-Type: application/json" -d "{\"client_id\":\"orders\",\"client_secret\":\"s3cret\",\"grant_type\":\"client_credentials\"}"`,
    fields: { ...endpoint, ...post, ...client, tokenBodyFormat: 'json' },
    secrets,
  },
  '--json with a list of scopes': {
    text: `curl --json '{"grant_type": "client_credentials", "client_id": "orders", "client_secret": "s3cret", "scope": ["a", "b"]}' https://as.example/token`,
    fields: { ...endpoint, ...post, ...client, tokenBodyFormat: 'json', scope: 'a b' },
    secrets,
  },
  'Basic with a JSON body': {
    text: `curl -X POST http://localhost:8080/token \\
  -u "orders:s3cret" \\
  -H "Content-Type: application/json" \\
  -d '{
    "grant_type": "client_credentials",
    "scope": "read write"
  }'`,
    fields: {
      token_endpoint: 'http://localhost:8080/token',
      ...basic,
      tokenBodyFormat: 'json',
      ...client,
      scope: 'read write',
    },
    secrets,
  },
  'an Authorization header': {
    text: `curl 'https://as.example/token' -H 'Authorization: Basic ${encoded('orders:s3cret')}' --data grant_type=client_credentials`,
    fields: { ...endpoint, ...basic, ...client },
    secrets,
  },
  'an Authorization header of form-encoded credentials': {
    text: `curl https://as.example/token -H "authorization: basic ${encoded('urn%3Aorders:s%2Bt%3A')}" -d grant_type=client_credentials`,
    fields: { ...endpoint, ...basic, client_id: 'urn:orders', basicEncoding: 'form' },
    secrets: { client_secret: 's+t:' },
  },
  'an Authorization header of credentials as they are': {
    text: `curl https://as.example/token -H "Authorization: Basic ${encoded('orders:s+t:ü%')}" -d grant_type=client_credentials`,
    fields: { ...endpoint, ...basic, ...client, basicEncoding: 'raw' },
    secrets: { client_secret: 's+t:ü%' },
  },
  'an Authorization header that a command encodes': {
    text: `curl https://as.example/token -H "Authorization: Basic $(echo -n 'orders:s3cret' | base64)" -d grant_type=client_credentials`,
    fields: { ...endpoint, ...basic, ...client },
    secrets,
  },
  'credentials in the URL': {
    text: `curl https://orders:s3cret@as.example/token -d grant_type=client_credentials`,
    fields: { ...endpoint, ...basic, ...client },
    secrets,
  },
  'parameters in the query, as Twitch has them': {
    text: `curl -X POST 'https://as.example/token?client_id=orders&client_secret=s3cret&grant_type=client_credentials&p=B2C_1A'`,
    fields: { token_endpoint: 'https://as.example/token?p=B2C_1A', ...post, ...client },
    secrets,
  },
  '-G, which puts data into the query': {
    text: `curl -G https://as.example/token -d grant_type=client_credentials -u orders:s3cret`,
    fields: { ...endpoint, ...basic, ...client },
    secrets,
  },
  "what a browser copies for bash, with $'…'": {
    text: String.raw`curl 'https://as.example/token' \
  -H 'accept: application/json' \
  -H 'accept-language: de,en;q=0.9' \
  -H 'content-type: application/x-www-form-urlencoded' \
  -H 'origin: https://docs.example' \
  -H 'sec-ch-ua: "Chromium";v="140"' \
  -H 'user-agent: Mozilla/5.0' \
  --data-raw $'grant_type=client_credentials&client_id=orders&client_secret=s\'3\u0021' \
  --compressed ;`,
    fields: { ...endpoint, ...post, ...client },
    secrets: { client_secret: "s'3!" },
  },
  'what a browser copies for cmd': {
    text: [
      'curl ^"https://as.example/token^" ^',
      '  -H ^"accept: */*^" ^',
      '  -H ^"content-type: application/x-www-form-urlencoded^" ^',
      '  -H ^"sec-ch-ua: ^\\^"Chromium^\\^";v=^\\^"140^\\^"^" ^',
      '  --data-raw ^"grant_type=client_credentials^&client_id=orders^&client_secret=s3cret^&scope=a^%^20b^"',
    ].join('\r\n'),
    fields: { ...endpoint, ...post, ...client, scope: 'a b' },
    secrets,
  },
  'what a browser copied for cmd before': {
    text: `curl "https://as.example/token" ^\n  -H "Content-Type: application/json" ^\n  --data-binary "{""client_id"":""orders"",\\"client_secret\\":\\"s3cret\\",""grant_type"":""client_credentials""}" ^\n  --compressed`,
    fields: { ...endpoint, ...post, ...client, tokenBodyFormat: 'json' },
    secrets,
  },
  'lines of cmd, continued by carets': {
    text: `curl.exe -X POST https://as.example/token ^\r\n  -u orders:s3cret ^\r\n  -d grant_type=client_credentials ^\r\n  -d "scope=a b"\r\n`,
    fields: { ...endpoint, ...basic, ...client, scope: 'a b' },
    secrets,
  },
  'lines of PowerShell, continued by backticks': {
    text:
      'curl.exe -X POST "https://as.example/token" `\r\n  -u \'orders:it\'\'s\' `\r\n  -d "grant_type=client_credentials" `\r\n' +
      '  -d "scope=a""b`$c"\r\n',
    fields: { ...endpoint, ...basic, ...client, scope: 'a"b$c', basicEncoding: 'raw' },
    secrets: { client_secret: "it's" },
  },
  'several resources and a further parameter': {
    text: `curl https://as.example/token -u orders:s3cret -d grant_type=client_credentials -d resource=https://a.example -d resource=https://b.example -d tenant=north -H 'X-Region: eu'`,
    fields: {
      ...endpoint,
      ...basic,
      ...client,
      resource: ['https://a.example', 'https://b.example'],
      parameters: [{ name: 'tenant', value: 'north' }],
      headers: [{ name: 'X-Region', value: 'eu' }],
    },
    secrets,
  },
  'a multipart form': {
    text: `curl https://as.example/token -F grant_type=client_credentials -F client_id=orders -F 'client_secret=s3cret;type=text/plain'`,
    fields: { ...endpoint, ...post, ...client },
    secrets,
  },
  'a client certificate and its key': {
    text: `curl --cert /etc/orders.pem:open --key ~/orders.key --cacert /etc/ca.pem https://as.example/token -d grant_type=client_credentials -d client_id=orders`,
    fields: {
      ...endpoint,
      ...client,
      token_endpoint_auth_method: 'tls_client_auth',
      tokenBodyFormat: 'form',
      caFile: '/etc/ca.pem',
      clientCertificate: { certificateFile: '/etc/orders.pem', keyFile: '~/orders.key' },
    },
    secrets: { client_certificate_passphrase: 'open' },
  },
  'a proxy with a login': {
    text: `curl -x http://user:p%40ss@proxy.example:3128 --noproxy localhost,.example -u orders:s3cret https://as.example/token -d grant_type=client_credentials`,
    fields: {
      ...endpoint,
      ...basic,
      ...client,
      proxy: { mode: 'explicit', url: 'http://proxy.example:3128', username: 'user', bypass: 'localhost,.example' },
    },
    secrets: { ...secrets, proxy_password: 'p@ss' },
  },
  'a SOCKS proxy without a port': {
    text: `curl --socks5-hostname proxy.example -u orders:s3cret https://as.example/token -d grant_type=client_credentials`,
    fields: {
      ...endpoint,
      ...basic,
      ...client,
      proxy: { mode: 'explicit', url: 'socks5h://proxy.example:1080', username: '', bypass: '' },
    },
    secrets,
  },
  'a signed assertion': {
    text: `curl https://as.example/token -d grant_type=client_credentials -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer -d client_assertion=${Buffer.from('{"alg":"PS256","kid":"k1"}').toString('base64url')}.e30.c2ln -d client_id=orders`,
    fields: {
      ...endpoint,
      ...client,
      tokenBodyFormat: 'form',
      token_endpoint_auth_method: 'private_key_jwt',
      assertion: { alg: 'PS256', kid: 'k1' },
    },
  },
  Keycloak: {
    text: `curl -k -X POST https://sso.example/realms/billing/protocol/openid-connect/token -d client_id=orders -d client_secret=s3cret -d grant_type=client_credentials`,
    fields: { token_endpoint: 'https://sso.example/realms/billing/protocol/openid-connect/token', ...post, ...client },
    secrets,
    provider: 'keycloak',
  },
  'Microsoft Entra': {
    text: `curl -X POST -H "Content-Type: application/x-www-form-urlencoded" -d 'client_id=orders&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_secret=s3cret&grant_type=client_credentials' 'https://login.microsoftonline.com/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/oauth2/v2.0/token'`,
    fields: {
      token_endpoint: 'https://login.microsoftonline.com/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/oauth2/v2.0/token',
      ...post,
      ...client,
      scope: 'https://graph.microsoft.com/.default',
    },
    secrets,
    provider: 'entra',
  },
  'a token that a script keeps': {
    text: `#!/bin/bash\n# Gets a token with curl and shows it.\nset -e\nTOKEN=$(curl -s https://as.example/token -u 'orders:s3cret' -d grant_type=client_credentials | jq -r .access_token)\ncurl -H "Authorization: Bearer $TOKEN" https://api.example/orders`,
    fields: { ...endpoint, ...basic, ...client },
    secrets,
  },
  'a substitution within quotes': {
    text: `TOKEN="$(curl -s -u orders:s3cret -d grant_type=client_credentials https://as.example/token)"; echo "$TOKEN"`,
    fields: { ...endpoint, ...basic, ...client },
    secrets,
  },
  'a block of Markdown, copied from a prompt': {
    text: '```bash\n$ curl https://as.example/token -u orders:s3cret -d grant_type=client_credentials\n```\n',
    fields: { ...endpoint, ...basic, ...client },
    secrets,
  },
  'quotes and dashes of a word processor': {
    text: `curl —request POST “https://as.example/token” –u ‘orders:s3cret’ —data “grant_type=client_credentials”`,
    fields: { ...endpoint, ...basic, ...client },
    secrets,
  },
  'a URL without quotes and with an ampersand': {
    text: `curl -u orders:s3cret https://as.example/token?grant_type=client_credentials&scope=a`,
    fields: { ...endpoint, ...basic, ...client, scope: 'a' },
    secrets,
  },
  'a request for introspection': {
    text: `curl -u orders:s3cret https://as.example/introspect -d token=eyJ.a.b`,
    fields: {
      introspection_endpoint: 'https://as.example/introspect',
      token_endpoint_auth_method: 'client_secret_basic',
      ...client,
    },
    secrets,
  },
  'a public client': {
    text: `curl https://as.example/token -d grant_type=client_credentials -d client_id=orders`,
    fields: { ...endpoint, ...client, token_endpoint_auth_method: 'none', tokenBodyFormat: 'form' },
  },
}

test.each(Object.entries(examples))('curl: %s', (_name, { text, fields, secrets: typed = {}, provider = null }) => {
  const settings = settingsIn(text)
  expect(settings.format).toBe('curl')
  expect(settings.fields).toEqual(fields)
  expect(settings.secrets).toEqual(typed)
  expect(settings.provider?.id ?? null).toBe(provider)
})

test('variables stay as they are written, are named, and are no secret', () => {
  const settings = settingsIn(
    `curl "https://\${HOST}/token" -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials -d "scope=$(cat scopes)"`,
  )
  expect(settings.fields).toMatchObject({
    token_endpoint: 'https://${HOST}/token',
    client_id: '$CLIENT_ID',
    scope: '$(cat scopes)',
  })
  expect(settings.secrets).toEqual({})
  expect(noted(settings, 'variables')).toEqual(['${HOST}', '$CLIENT_ID', '$CLIENT_SECRET', '$(…)'])
  expect(noted(settings, 'secret_not_there')).toEqual(['client_secret'])
})

test('a dollar sign in single quotes is part of the secret', () => {
  const { secrets: typed, notes } = settingsIn(
    `curl https://as.example/token -u 'orders:pa$word' -d grant_type=client_credentials`,
  )
  expect(typed).toEqual({ client_secret: 'pa$word' })
  expect(notes).toEqual([])
})

test('what cannot be filled in is named: files, relative paths, options, switched-off checks, other commands', () => {
  const settings = settingsIn(
    `curl https://x.example\ncurl -k --resolve as.example:443:127.0.0.1 --cert client.pem -d @body.txt -d grant_type=client_credentials -u orders:s3cret as.example/token`,
  )
  expect(settings.fields.token_endpoint).toBe('https://as.example/token')
  expect(settings.fields.clientCertificate).toEqual({ certificateFile: 'client.pem' })
  expect(settings.notes.map(({ code, names }) => `${code} ${names.join(' ')}`)).toEqual([
    'certificate_not_checked -k',
    'relative_paths client.pem',
    'files_not_read body.txt',
    'scheme_assumed https',
    'not_used --resolve',
    'other_commands 1',
  ])
})

test('headers and parameters that look secret are named and left out, because they would be stored in clear', () => {
  const settings = settingsIn(
    `curl 'https://as.example/token?p=1&subscription-key=k4y' -H 'X-Api-Key: k3y' -H 'Cookie: a=b' -H 'Authorization: Bearer t0ken' -d grant_type=password -d username=u -d password=p4ss -d client_id=orders`,
  )
  expect(noted(settings, 'not_kept')).toEqual(['subscription-key', 'password', 'X-Api-Key', 'Cookie', 'Authorization'])
  expect(noted(settings, 'other_grant')).toEqual(['password'])
  expect(JSON.stringify(settings)).not.toMatch(/k3y|k4y|t0ken|p4ss|a=b/)
})

test('of several token requests the one with client credentials is read', () => {
  const settings = settingsIn(
    `curl https://as.example/token -d grant_type=password -d client_id=web\ncurl https://as.example/token -d grant_type=client_credentials -u orders:s3cret --next https://as.example/revoke -d token=x`,
  )
  expect(settings.fields.client_id).toBe('orders')
  expect(noted(settings, 'other_commands')).toEqual(['2'])
})

test('a secret that is half a variable is in no note', () => {
  const settings = settingsIn(
    `curl https://as.example/token -u "orders:hidden$X" -H "X-A: $(printf hidden)" -d grant_type=client_credentials`,
  )
  expect(settings.secrets).toEqual({})
  expect(JSON.stringify(settings.notes)).not.toContain('hidden')
})

test('a quote that is not closed is noted', () => {
  const settings = settingsIn(`curl https://as.example/token -u orders:s3cret -d 'grant_type=client_credentials`)
  expect(noted(settings, 'quote_not_closed')).toHaveLength(1)
})
