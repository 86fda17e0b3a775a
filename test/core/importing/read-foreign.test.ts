import { expect, test } from 'vitest'
import { readForeign } from '../../../electron/core/importing/read-foreign.ts'

const known = { path: '.env', text: 'TOKEN_URL=https://as.example/token\nCLIENT_ID=orders\n' }

test.each([
  ['orders.json', '{\n  "a": 1,', 'file_damaged', 2],
  ['orders.yaml', 'a: [1\nb: }', 'file_damaged', 2],
  ['README.md', '[link](a)', 'file_not_recognized', null],
  ['orders.txt', 'hello', 'file_not_recognized', null],
])('%s beside a file that is read is noted for what it is', (path, text, code, line) => {
  const read = readForeign([known, { path, text }], () => 'id')
  expect(read?.environments).toHaveLength(1)
  expect(read?.notes.filter(({ place }) => place.file === path)).toEqual([
    { fact: { code, evidence: { name: path } }, place: { file: path, line, pointer: null }, call: '' },
  ])
})

test('each document of a file of YAML is read, with its own lines', () => {
  const profile = (name: string, extra: string[]) => [
    ...extra,
    'spring.security.oauth2.client:',
    `  registration.a: { client-id: ${name}, client-secret: s3cret-of-${name}, client-authentication-method: client_secret_post }`,
    `  provider.a: { token-uri: "https://${name}.test/token" }`,
  ]
  const text = [
    '# all',
    '---',
    ...profile('dev', []),
    '---',
    ...profile('prod', ['spring.config.activate.on-profile: prod']),
    '---',
    'other: 1',
  ].join('\n')
  let count = 0
  const made = readForeign([{ path: 'application.yml', text }], () => `id-${++count}`)
  expect(
    made?.environments.map(({ value }) => [value.name, value.client_id, value.token_endpoint, value.stage]),
  ).toEqual([
    ['application', 'dev', 'https://dev.test/token', 'development'],
    ['application-prod', 'prod', 'https://prod.test/token', 'production'],
  ])
  expect(Object.values(made?.carried ?? {})).toEqual([
    { client_secret: 's3cret-of-dev' },
    { client_secret: 's3cret-of-prod' },
  ])
  expect(made?.notes).toEqual([])
})
