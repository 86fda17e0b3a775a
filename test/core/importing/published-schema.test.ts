import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { publishedSchema } from '../../../electron/core/shared-file/shared-file.ts'

const isValid = new Ajv2020({ strict: false }).compile(publishedSchema())
const file = (environment: object) => ({
  format: 'client-credentials-explorer/environments',
  version: 1,
  environments: [environment],
})

test('the published schema is that of the code; when it is not, `npx vitest run -u` on this file renews it', async () => {
  const published = path.join(import.meta.dirname, '../../../docs/schema/environments-1.schema.json')
  await expect(`${JSON.stringify(publishedSchema(), null, 2)}\n`).toMatchFileSnapshot(published)
})

test('the schema takes a whole environment, one with its id and name alone, and members that it does not know', () => {
  expect(isValid(file({ ...newEnvironment, id: 'a', name: 'A', apiCalls: [], secrets: {} }))).toBe(true)
  expect(isValid(file({ id: 'a', name: 'A' }))).toBe(true)
  expect(isValid(file({ id: 'a', name: 'A', future: 1, network: { future: [] } }))).toBe(true)
})

test.each([
  ['no id', { name: 'A' }],
  ['an id that is a path', { id: '../a', name: 'A' }],
  ['an unknown stage', { id: 'a', name: 'A', stage: 'live' }],
  ['a secret in clear', { id: 'a', name: 'A', secrets: { client_secret: 'x' } }],
  ['a parameter without a value', { id: 'a', name: 'A', parameters: [{ name: 'x' }] }],
])('the schema refuses %s', (_, environment) => {
  expect(isValid(file(environment))).toBe(false)
})
