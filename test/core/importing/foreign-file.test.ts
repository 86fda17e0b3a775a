import { expect, test } from 'vitest'
import { importProblemText } from '../../../electron/wording/import/problems.ts'
import { type FileReading, readEnvironments } from '../../../electron/core/importing/read-environments.ts'

const json = JSON.stringify
const tokenUrl = 'https://as.example/token'

test.each([
  ['a curl command', `curl -u "id:secret" ${tokenUrl} -d grant_type=client_credentials`],
  ['a curl command', `# asks for a token\n$ curl.exe ${tokenUrl}`],
  ['a command that sends a request', `http --form POST ${tokenUrl} grant_type=client_credentials`],
  ['a PowerShell command', `$token = Invoke-RestMethod -Uri ${tokenUrl}`],
  ['an OpenAPI description (YAML)', `# orders\nopenapi: 3.0.3\ninfo:\n  title: Orders\n`],
  ['an OpenAPI description', json({ openapi: '3.1.0', paths: {} })],
  ['a Swagger description (YAML)', `swagger: "2.0"\nhost: api.example\n`],
  ['a Swagger description', json({ swagger: '2.0' })],
  ['a Bruno file (.bru)', `auth:oauth2 {\n  access_token_url: ${tokenUrl}\n}\n`],
  ['a Bruno collection (OpenCollection YAML)', `opencollection: 1.0.0\ninfo:\n  name: n\n`],
  ['an Insomnia export (YAML)', `type: collection.insomnia.rest/5.0\nname: n\n`],
  ['an Insomnia export', json({ _type: 'export', __export_format: 4, resources: [] })],
  ['a Postman collection', json({ info: { name: 'n', schema: 'https://schema.example' }, item: [] })],
  ['a Postman environment', json({ id: 'a', name: 'prod', values: [] })],
  ['an HTTP archive (HAR)', json({ log: { version: '1.2', entries: [] } })],
  ['a file of HTTP requests (.http)', `### token\nPOST ${tokenUrl}\n`],
  ['a file of variables (.env)', 'CLIENT_ID=c\r\nCLIENT_SECRET=s\r\n'],
  ['a key set (JWKS)', json({ keys: [] })],
  ['a token response', json({ access_token: 'c4nary' })],
  ['a key file of a provider', json({ type: 'service_account', private_key: 'c4nary' })],
])('%s is refused by its name, and nothing in it is quoted', async (kind, text) => {
  const reading = await readEnvironments(text)
  if (reading.ok) throw new Error('it was read')
  expect(importProblemText(reading.problem)).toContain(`It is ${kind}. `)
  expect(importProblemText(reading.problem)).toContain('Create an environment')
  expect(importProblemText(reading.problem)).not.toMatch(/c4nary|as\.example/)
})

const textOf = (reading: FileReading) => (reading.ok ? '' : importProblemText(reading.problem))

test('a discovery document leads to Discover', async () => {
  const reading = await readEnvironments(json({ issuer: 'https://as.example', token_endpoint: tokenUrl }))
  expect(textOf(reading)).toMatch(/discovery document.*click Discover/)
})

test.each([
  ['a member of a prototype', '{"constructor":{}}'],
  ['a member that only looks like one', json({ openapi: 3 })],
])('%s names no other tool', async (_, text) => {
  const reading = await readEnvironments(text)
  expect(textOf(reading)).toContain('it does not say its format')
})

test('JSON of ours that was cut short is not taken for another file', async () => {
  const reading = await readEnvironments('{\n"name": "x",\nCLIENT_ID=1')
  expect(textOf(reading)).toContain('This is not JSON.')
})
