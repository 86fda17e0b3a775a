import { expect, test } from 'vitest'
import { parseFile } from '../../../../electron/core/importing/drafts/parse-file.ts'
import { insomniaImporter } from '../../../../electron/core/importing/formats/insomnia/insomnia.ts'
import { yaakImporter } from '../../../../electron/core/importing/formats/yaak/yaak.ts'

const oauth2 = {
  type: 'oauth2',
  grantType: 'client_credentials',
  accessTokenUrl: 'x',
  clientId: 'c',
  clientSecret: 's',
}
const insomnia4 = {
  _type: 'export',
  __export_format: 4,
  resources: [
    { _id: 'w', _type: 'workspace', name: 'W' },
    {
      _id: 'f',
      _type: 'request_group',
      parentId: 'w',
      name: 'F',
      authentication: oauth2,
      environment: { a: [{ b: 1 }] },
    },
    {
      _id: 'r',
      _type: 'request',
      parentId: 'f',
      url: '{{ _.a }}/:id',
      method: 'POST',
      headers: [{ name: 'X', value: '{% uuid %}' }],
      parameters: [{ name: 'q', value: '1', disabled: true }],
      pathParameters: [{ name: 'id', value: '1' }],
      body: { mimeType: 'multipart/form-data', params: [{ name: 'f', type: 'file', fileName: 'a' }] },
      metaSortKey: -1,
    },
    {
      _id: 'e',
      _type: 'environment',
      parentId: 'w',
      data: { x: { y: 'z' } },
      kvPairData: [{ name: 'k', type: 'secret' }],
    },
    { _id: 'e2', _type: 'environment', parentId: 'e', name: 'Live', data: { x: { y: 'q' } } },
    { _id: 's', _type: 'api_spec', parentId: 'w', contents: 'x' },
  ],
}
const insomnia5 = {
  type: 'collection.insomnia.rest/5.0',
  name: 'W',
  meta: { id: 'w' },
  collection: [
    {
      name: 'F',
      meta: { id: 'fld_1', sortKey: 1 },
      authentication: oauth2,
      children: [{ url: 'x', method: 'GET', scripts: { preRequest: 'a' } }],
    },
  ],
  environments: { name: 'B', data: { a: 1 }, subEnvironments: [{ name: 'S', data: { a: 2 } }] },
  certificates: [{ path: '/ca.pem' }],
}
const yaak = {
  yaakVersion: '1',
  yaakSchema: 4,
  resources: {
    workspaces: [{ id: 'w', name: 'W', headers: [{ name: 'X', value: '1' }] }],
    environments: [
      { id: 'e', workspaceId: 'w', parentModel: 'workspace', variables: [{ name: 'a', value: '${[ b ]}' }] },
    ],
    folders: [{ id: 'f', workspaceId: 'w', authenticationType: 'oauth2', authentication: oauth2 }],
    httpRequests: [
      {
        id: 'r',
        workspaceId: 'w',
        folderId: 'f',
        url: 'x/:id',
        urlParameters: [{ name: ':id', value: '1' }],
        bodyType: 'graphql',
        body: { query: 'a', variables: '{' },
        settingFollowRedirects: { enabled: true, value: false },
      },
    ],
    grpcRequests: [{ id: 'g', workspaceId: 'w' }],
  },
}

const odd = [
  null,
  true,
  7,
  -0.5,
  '',
  'text',
  '{{',
  '{% x',
  '${[',
  [],
  [null],
  {},
  { type: 'oauth2' },
  [[{}]],
  'constructor',
]

/** Every value of it in turn replaced by each odd one. */
function* mutationsOf(value: unknown): Generator {
  yield* odd
  if (Array.isArray(value))
    for (const [index, entry] of value.entries()) for (const other of mutationsOf(entry)) yield value.with(index, other)
  else if (typeof value === 'object' && value !== null)
    for (const [name, entry] of Object.entries(value))
      for (const other of mutationsOf(entry)) yield Object.assign({}, value, { [name]: other })
}

test.each([
  ['Insomnia 4', insomnia4, insomniaImporter],
  ['Insomnia 5', insomnia5, insomniaImporter],
  ['Yaak', yaak, yaakImporter],
])('%s with any value of another type is read without an error, or not claimed', (_, fixture, { claim, read }) => {
  let count = 0
  for (const mutation of mutationsOf(fixture)) {
    const claimed = claim([parseFile({ path: 'x.json', text: JSON.stringify(mutation) })])
    if (claimed.length === 0) continue
    for (const { calls, variables, variableSets, notes } of read(claimed)) {
      count += calls.length
      const texts = [...variables, ...variableSets.flatMap((set) => set.variables)].flatMap(({ name, value }) => [
        name,
        value,
      ])
      expect([...texts, ...calls.map(({ url }) => url)].every((text) => typeof text === 'string')).toBe(true)
      expect(notes.every(({ place }) => place.pointer?.startsWith('/') === true || place.pointer === '')).toBe(true)
    }
  }
  expect(count).toBeGreaterThan(100)
})

test('many folders that are in one another, and an environment of many values, are read in one pass', () => {
  const loop = Array.from({ length: 20_000 }, (_, index) => ({
    _id: `fld_${index}`,
    parentId: `fld_${(index + 1) % 20_000}`,
    _type: 'request_group',
  }))
  const text = JSON.stringify({ _type: 'export', __export_format: 4, resources: loop })
  expect(() => insomniaImporter.read([parseFile({ path: 'x.json', text })])).toThrow('nested_too_deep')
  const data = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`name${index}`, index]))
  const many = JSON.stringify({ type: 'environment.insomnia.rest/5.0', environments: { name: 'E', data } })
  expect(insomniaImporter.read([parseFile({ path: 'x.json', text: many })])[0]?.variableSets).toHaveLength(1)
})
