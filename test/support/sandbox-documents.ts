/** Where a document sends to, and the client that it names. URLs without a slash at their end. */
export interface Documented {
  issuer: string
  tokenUrl: string
  api: string
  clientId: string
  clientSecret: string
}

export interface NamedText {
  path: string
  text: string
}

const resource = 'urn:sandbox:orders'

/** A collection that leaves every setting to its environment, as both are exported from Postman. */
export function postmanFiles({ tokenUrl, api, clientId, clientSecret }: Documented): readonly [NamedText, NamedText] {
  const settings = (given: Record<string, unknown>) =>
    Object.entries(given).map(([key, value]) => ({ key, value, type: 'string' }))
  const client = {
    type: 'oauth2',
    oauth2: settings({
      grant_type: 'client_credentials',
      accessTokenUrl: '{{tokenUrl}}',
      clientId: '{{clientId}}',
      clientSecret: '{{clientSecret}}',
      client_authentication: 'header',
      scope: 'api:read',
      addTokenTo: 'header',
      tokenName: 'orders',
      tokenRequestParams: [{ key: 'resource', value: resource, enabled: true, send_as: 'request_body' }],
    }),
  }
  const person = {
    type: 'oauth2',
    oauth2: settings({
      grant_type: 'authorization_code',
      authUrl: 'https://login.example/auth',
      accessTokenUrl: '{{tokenUrl}}',
      clientId: 'portal',
    }),
  }
  const collection = {
    info: {
      _postman_id: '0f9a5f9e-34d5-4c0e-9d59-6a6b0e8f4d11',
      name: 'Orders API',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: client,
    event: [{ listen: 'prerequest', script: { type: 'text/javascript', exec: ["console.log('before')"] } }],
    item: [
      {
        name: 'Orders',
        item: [
          {
            name: 'List orders',
            request: { method: 'GET', url: { raw: '{{api}}/orders', host: ['{{api}}'], path: ['orders'] } },
          },
          { name: 'Orders of a person', request: { method: 'GET', url: '{{api}}/orders', auth: person } },
        ],
      },
      { name: 'Ledger', request: { method: 'GET', url: '{{api}}/ledger' } },
    ],
  }
  const environment = {
    id: '4b0cbf29-6a0c-4ad5-b1c8-8f0c1f9a7b44',
    name: 'Local',
    values: [
      { key: 'tokenUrl', value: tokenUrl, enabled: true },
      { key: 'api', value: api, enabled: true },
      { key: 'clientId', value: clientId, enabled: true },
      { key: 'clientSecret', value: clientSecret, type: 'secret', enabled: true },
      { key: 'unused', value: 'of last year', enabled: false },
    ],
    _postman_variable_scope: 'environment',
  }
  return [
    { path: 'orders.postman_collection.json', text: JSON.stringify(collection, null, '\t') },
    { path: 'local.postman_environment.json', text: JSON.stringify(environment, null, '\t') },
  ]
}

/** A description, which names neither client nor secret. */
export const openApiText = ({ tokenUrl, api }: Documented): string => `openapi: 3.0.3
info:
  title: Ledger API
  version: "1.4"
servers:
  - url: ${api.replace(/\/api$/, '')}/{base}
    description: Local
    variables:
      base:
        default: api
security:
  - ledger: [api:read]
paths:
  /ledger:
    get:
      tags: [Ledger]
      summary: Read the ledger
      operationId: readLedger
      responses: &ok
        "200":
          description: OK
  /orders:
    post:
      tags: [Orders]
      summary: Place an order
      security:
        - ledger: [api:write]
      requestBody:
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/Order"
      responses: *ok
components:
  schemas:
    Order:
      type: object
      properties:
        item: { type: string, example: Copper wire }
        quantity: { type: integer, example: 3 }
  securitySchemes:
    ledger:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: ${tokenUrl}
          scopes:
            api:read: Read
            api:write: Write
`

/** A collection in a folder of files. The secret is named, and kept in Bruno alone. */
export const brunoFiles = ({ issuer, api, clientId }: Documented): readonly NamedText[] => [
  { path: 'bruno.json', text: JSON.stringify({ version: '1', name: 'Stock', type: 'collection', ignore: [] }) },
  {
    path: 'collection.bru',
    text: `auth {
  mode: oauth2
}

auth:oauth2 {
  grant_type: client_credentials
  access_token_url: {{auth-host}}/token
  refresh_token_url: 
  client_id: {{client_id}}
  client_secret: {{client_secret}}
  scope: api:read
  credentials_placement: basic_auth_header
  credentials_id: credentials
  token_placement: header
  token_header_prefix: Bearer
  auto_fetch_token: true
}

auth:oauth2:additional_params:access_token_req:body {
  resource: ${resource}
}
`,
  },
  {
    path: 'environments/Local.bru',
    text: `vars {
  auth-host: ${issuer}
  api: ${api}
  client_id: ${clientId}
}
vars:secret [
  client_secret
]
`,
  },
  {
    path: '1. Orders/folder.bru',
    text: `meta {
  name: 1. Orders
}

auth {
  mode: inherit
}
`,
  },
  {
    path: '1. Orders/list.bru',
    text: `meta {
  name: List orders
  type: http
  seq: 1
}

get {
  url: {{api}}/orders
  body: none
  auth: inherit
}

script:post-response {
  console.log(res.body);
}
`,
  },
]

/** A workspace of version 4, with a base environment and one below it. The environment has no client ID. */
export const insomniaText = ({ tokenUrl, api, clientSecret }: Documented): string => `_type: export
__export_format: 4
__export_date: 2024-05-17T01:02:16.537Z
__export_source: insomnia.desktop.app:v9.2.0
resources:
  - _id: req_1
    parentId: fld_1
    modified: 1715935264320
    created: 1715935207910
    url: "{{ _.api }}/orders"
    name: List orders
    description: ""
    method: GET
    body: {}
    parameters: []
    headers:
      - name: User-Agent
        value: insomnia/9.2.0
    authentication: {}
    metaSortKey: -1715935264244
    _type: request
  - _id: fld_1
    parentId: wrk_1
    name: Orders
    environment: {}
    authentication:
      accessTokenUrl: ${tokenUrl}
      clientId: "{{ _.client_id }}"
      clientSecret: ${clientSecret}
      disabled: false
      grantType: client_credentials
      scope: api:read
      resource: ${resource}
      type: oauth2
      credentialsInBody: "false"
      tokenPrefix: ""
    metaSortKey: -1715935030239
    _type: request_group
  - _id: req_2
    parentId: wrk_1
    url: "{{ _.api }}/ledger"
    name: Ledger without authorization
    method: GET
    body: {}
    parameters: []
    headers: []
    authentication: { type: none }
    metaSortKey: -1
    _type: request
  - _id: wrk_1
    parentId: null
    name: Shop
    description: ""
    scope: collection
    _type: workspace
  - _id: env_1
    parentId: wrk_1
    name: Base Environment
    data: {}
    _type: environment
  - _id: env_2
    parentId: env_1
    name: Local
    data:
      api: ${api}
    _type: environment
`

/** Requests of an editor, with its two files of environments: the one that is shared, and the one with secrets. */
export function httpFiles({ tokenUrl, api, clientId, clientSecret }: Documented): readonly NamedText[] {
  return [
    {
      path: 'orders.http',
      text: `@resource = ${resource}

### Token
# @name login
POST {{token_url}}
Content-Type: application/x-www-form-urlencoded
Authorization: Basic {{client_id}} {{client_secret}}

grant_type=client_credentials
&scope=api:read
&resource={{resource}}

### List orders
GET {{api}}/orders
Authorization: Bearer {{login.response.body.access_token}}
Accept: application/json
`,
    },
    {
      path: 'http-client.env.json',
      text: JSON.stringify({ local: { token_url: tokenUrl, api, client_id: clientId } }, null, 2),
    },
    {
      path: 'http-client.private.env.json',
      text: JSON.stringify({ local: { client_secret: clientSecret } }, null, 2),
    },
  ]
}

/** A script that requests a token and calls an API with it. */
export const curlText = ({ tokenUrl, api, clientId, clientSecret }: Documented): string => `#!/usr/bin/env bash
set -euo pipefail
CLIENT_ID=${clientId}
CLIENT_SECRET='${clientSecret}'
API="${api}"

TOKEN=$(curl --silent --fail -u "$CLIENT_ID:$CLIENT_SECRET" \\
  -d grant_type=client_credentials -d scope=api:read --data-urlencode "resource=${resource}" \\
  ${tokenUrl} | jq -r .access_token)

curl -sS "$API/orders" -H "Authorization: Bearer $TOKEN" -H 'Accept: application/json'
`
