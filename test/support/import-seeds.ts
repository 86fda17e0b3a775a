import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ImportFile } from '../../electron/core/importing/drafts/import-file.ts'
import { missingImports, sharedImports } from './shared-imports.ts'

/** Files that are given together. */
export interface ImportSeed {
  name: string
  files: readonly ImportFile[]
}

/** What looks like a secret wherever it is. */
const canary = (number: number): string => `Zx8Qm2Lp7Rt4Vn9Kb3Wd6Yf${number}`

const seed = (name: string, files: Readonly<Record<string, unknown>>): ImportSeed => ({
  name,
  files: Object.entries(files).map(([file, content]) => ({
    path: file,
    text: typeof content === 'string' ? content : JSON.stringify(content, null, 2),
  })),
})

const request = { v: '17', name: 'List', method: 'GET', endpoint: '<<base>>/orders', params: [], headers: [] }
const hoppscotch = {
  v: 12,
  name: 'Orders',
  auth: {
    authType: 'oauth-2',
    authActive: true,
    addTo: 'HEADERS',
    grantTypeInfo: {
      grantType: 'CLIENT_CREDENTIALS',
      authEndpoint: 'https://login.example/token',
      clientID: '<<id>>',
      clientSecret: canary(1),
      scopes: 'orders:read',
    },
  },
  variables: [{ key: 'base', currentValue: 'https://api.example', secret: false }],
  requests: [{ ...request, auth: { authType: 'inherit', authActive: true } }],
  folders: [
    {
      name: 'Archive',
      folders: [],
      requests: [{ ...request, headers: [{ key: 'X-Api-Key', value: canary(2), active: true }] }],
    },
  ],
}
const yaak = {
  yaakVersion: '2026.5.0',
  yaakSchema: 4,
  resources: {
    workspaces: [{ model: 'workspace', id: 'wk_1', name: 'Shop' }],
    environments: [
      {
        id: 'e',
        workspaceId: 'wk_1',
        parentModel: 'workspace',
        name: 'Base',
        variables: [{ name: 'key', value: canary(3) }],
      },
    ],
    folders: [
      {
        model: 'folder',
        id: 'fl_1',
        workspaceId: 'wk_1',
        name: 'F',
        authenticationType: 'oauth2',
        authentication: {
          grantType: 'client_credentials',
          accessTokenUrl: 'https://as.test/token',
          clientId: 'shop',
          clientSecret: canary(4),
        },
      },
    ],
    httpRequests: [
      {
        model: 'http_request',
        id: 'rq_1',
        workspaceId: 'wk_1',
        folderId: 'fl_1',
        name: 'Orders',
        method: 'GET',
        url: 'https://api.test/${[ key ]}',
      },
    ],
  },
}
const har = {
  log: {
    version: '1.2',
    entries: [
      {
        request: {
          method: 'POST',
          url: 'https://login.example/token',
          headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
          postData: {
            mimeType: 'application/x-www-form-urlencoded',
            text: `grant_type=client_credentials&client_id=shop&client_secret=${canary(5)}`,
          },
        },
        response: { content: { mimeType: 'application/json' } },
      },
      {
        _resourceType: 'fetch',
        request: {
          method: 'GET',
          url: `https://api.example/orders?api_key=${canary(6)}`,
          headers: [{ name: 'Cookie', value: `session=${canary(7)}` }],
          queryString: [],
        },
      },
    ],
  },
}
const insomnia = `type: collection.insomnia.rest/5.0
name: Shop
meta: {id: wrk_1}
collection:
  - name: F
    meta: {id: fld_1, sortKey: -1}
    authentication: &auth
      type: oauth2
      grantType: client_credentials
      accessTokenUrl: "{{ _.host }}/token"
      clientId: shop
      clientSecret: ${canary(8)}
    children:
      - {name: Orders, url: "{{ _.host }}/orders", method: GET, authentication: *auth, headers: [{name: X-Api-Key, value: ${canary(9)}}]}
environments:
  name: Base
  data: {host: "https://a.test", n: 1}
  subEnvironments:
    - {name: Live, data: {host: "https://b.test"}}
`
const postman = {
  info: { name: 'Shop', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  auth: {
    type: 'oauth2',
    oauth2: [
      { key: 'grant_type', value: 'client_credentials' },
      { key: 'accessTokenUrl', value: '{{host}}/token' },
      { key: 'clientId', value: 'shop' },
      { key: 'clientSecret', value: canary(10) },
    ],
  },
  event: [{ listen: 'prerequest', script: { exec: ['pm.x()'] } }],
  variable: [
    { key: 'host', value: 'https://a.test' },
    { key: 'password', value: canary(11) },
  ],
  item: [
    {
      name: 'F',
      item: [
        {
          name: 'Orders',
          request: {
            method: 'POST',
            header: [{ key: 'X-Of', value: '{{password}}' }],
            url: {
              raw: '{{host}}/orders?a=1',
              host: ['{{host}}'],
              path: ['orders'],
              query: [{ key: 'a', value: '1' }],
            },
            body: { mode: 'raw', raw: `{"password": "${canary(12)}"}`, options: { raw: { language: 'json' } } },
          },
        },
      ],
    },
  ],
}
const openapi = `openapi: 3.0.3
info: {title: Shop, version: "1"}
servers:
  - {url: "https://{stage}.a.test/v1", variables: {stage: {default: dev, enum: [dev, live]}}}
components:
  securitySchemes:
    o: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {read: Reads}}}}
    k: {type: apiKey, in: header, name: X-Api-Key}
  schemas:
    Order: {type: object, properties: {id: {type: integer, example: 12345678901234567890}, next: {$ref: "#/components/schemas/Order"}}}
security: [{o: [read]}]
paths:
  /orders/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {operationId: order, security: [{k: []}]}
    put:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
`
const bru = {
  'bruno.json': { version: '1', name: 'Shop', type: 'collection' },
  'environments/Live.bru': `vars {\n  host: https://a.test\n}\nvars:secret [\n  key\n]\n`,
  '.env': `KEY=${canary(13)}\n`,
  'orders.bru': `meta {
  name: Orders
  type: http
  seq: 1
}

post {
  url: {{host}}/orders?a=1
  body: json
  auth: oauth2
}

params:query {
  a: 1
  ~b: 2
}

headers {
  X-Api-Key: {{process.env.KEY}}
  X-Token: ${canary(14)}
}

auth:oauth2 {
  grant_type: client_credentials
  access_token_url: {{host}}/token
  client_id: shop
  client_secret: ${canary(15)}
  scope: read
}

body:json {
  {"a": "{{b}}"}
}

script:pre-request {
  x()
}
`,
}

const own: readonly ImportSeed[] = [
  seed('Hoppscotch', { 'orders.json': hoppscotch }),
  seed('Yaak', { 'yaak.json': yaak }),
  seed('HAR', { 'shop.har': har }),
  seed('Insomnia 5', { 'shop.yaml': insomnia }),
  seed('Postman', {
    'shop.postman_collection.json': postman,
    'live.postman_environment.json': {
      name: 'Live',
      _postman_variable_scope: 'environment',
      values: [
        { key: 'host', value: 'https://b.test', enabled: true },
        { key: 'token', value: canary(16), type: 'secret' },
      ],
    },
  }),
  seed('OpenAPI', { 'shop.yaml': openapi }),
  seed('Bruno', bru),
  seed('a script', {
    'shop.sh': `#!/bin/sh
ID=shop; SECRET='${canary(17)}'
# Token
TOKEN=$(curl -s -u "$ID:$SECRET" https://idp.test/token --data-urlencode "scope=a b" -d grant_type=client_credentials | jq -r .access_token)
for i in 1 2; do curl "https://a.test/$i" -H "Authorization: Bearer $TOKEN" -H 'X-Api-Key: ${canary(18)}' -F 'a=@b.txt;type=c'; done
curl https://a.test -d @- <<-'EOF' | tee x
\t{"a": 1}
\tEOF
oauth2c https://idp.test --client-id a --client-secret ${canary(19)} --grant-type client_credentials
`,
  }),
  seed('a script of cmd', {
    'shop.bat': `@echo off\r\nset "A=${canary(20)}"\r\ncurl ^"https://a.test/orders?x=%%20^&y=1^" ^\r\n  -H ^"X-Api-Key: %A%^" --data-raw ^"^{^\\^"a^\\^":1^}^"\r\n`,
  }),
  seed('a script of PowerShell', {
    'shop.ps1': `$id = 'shop'
$body = @{ grant_type = "client_credentials"; client_id = $id; client_secret = '${canary(21)}' }
$token = (Invoke-RestMethod -Uri https://idp.test/token -Method Post -Body $body).access_token
# Orders
Invoke-RestMethod -Uri "https://a.test/orders?top=1" -Headers @{ Authorization = "Bearer $token"; 'X-Api-Key' = '${canary(22)}' }
`,
  }),
  seed('an .http file', {
    'shop.http': `@host = https://a.test
### Token
# @name login
POST {{host}}/token
Content-Type: application/x-www-form-urlencoded

grant_type=client_credentials&client_id=shop&client_secret={{secret}}

### Orders
GET {{host}}/orders
Authorization: Bearer {{login.response.body.$.access_token}}
X-Api-Key: ${canary(23)}
`,
    'http-client.private.env.json': { live: { secret: canary(24), n: { m: 1 } } },
  }),
  seed('variables', {
    '.env': `# Shop\nHOST=a.test\nTOKEN_URL=https://\${HOST}/token\nCLIENT_ID="shop"\nCLIENT_SECRET=${canary(25)}\nAPI_PASSWORD='${canary(26)}'\nPORT=1\n`,
  }),
  seed('a key', {
    'key.json': {
      xsuaa: [{ credentials: { clientid: 'sb-a', clientsecret: canary(27), url: 'https://sub.authentication.test' } }],
    },
  }),
  seed('a discovery document', {
    'openid-configuration.json': {
      issuer: 'https://idp.test',
      token_endpoint: 'https://idp.test/token',
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      scopes_supported: ['a'],
    },
  }),
]

const sharedFolders = ['bruno/usebruno-keycloak-cc', 'bruno/usebruno-oauth2', 'bruno/usebruno-pfx-yml']

function filesIn(place: string): string[] {
  return statSync(place).isDirectory() ? readdirSync(place).flatMap((name) => filesIn(path.join(place, name))) : [place]
}

function sharedSeeds(): ImportSeed[] {
  const isInFolder = (file: string) => sharedFolders.some((one) => file.startsWith(`${one}/`))
  const all = filesIn(sharedImports).map((file) => path.relative(sharedImports, file))
  const seedOf = (name: string, base: string, files: readonly string[]): ImportSeed => ({
    name,
    files: files.map((file) => ({
      path: path.relative(base, file),
      text: readFileSync(path.join(sharedImports, file), 'utf8'),
    })),
  })
  return [
    ...sharedFolders.map((folder) =>
      seedOf(
        folder,
        folder,
        all.filter((file) => file.startsWith(`${folder}/`)),
      ),
    ),
    ...all.flatMap((file) =>
      isInFolder(file) || file === 'README.md' ? [] : [seedOf(file, path.dirname(file), [file])],
    ),
  ]
}

/** Files of every format: our own, with secrets in them, and those that others wrote, where they lie. */
export const importSeeds = (): ImportSeed[] => [...own, ...(missingImports === null ? sharedSeeds() : [])]
