import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { readEnvironments } from '../../../electron/core/importing/read-environments.ts'
import { publishedSchema } from '../../../electron/core/shared-file/shared-file.ts'

const isValid = new Ajv2020({ strict: false }).compile(publishedSchema())
const folder = path.join(import.meta.dirname, '../../../docs/schema')
const file = (environment: object) => ({
  format: 'client-credentials-explorer/environments',
  version: 2,
  environments: [environment],
})

test('the published schema is that of the code; when it is not, `npx vitest run -u` on this file renews it', async () => {
  const published = path.join(folder, 'environments-2.schema.json')
  await expect(`${JSON.stringify(publishedSchema(), null, 2)}\n`).toMatchFileSnapshot(published)
})

test('the schema takes a call with its id alone, and the name of a file without a path', () => {
  const call = { id: 'c', body: { kind: 'file', file: { name: 'orders.csv' }, contentType: 'text/csv' } }
  const part = { kind: 'file', name: 'f', file: { name: 'a.png' }, contentType: '', enabled: true }
  const multipart = { id: 'd', body: { kind: 'multipart', parts: [part] } }
  expect(isValid(file({ id: 'a', name: 'A', apiCalls: [{ id: 'b' }, call, multipart] }))).toBe(true)
  expect(isValid(file({ id: 'a', name: 'A', apiCalls: [{ name: 'no id' }] }))).toBe(false)
})

/** What the last release wrote, as it wrote it. */
const ofVersion1 = readFileSync(path.join(import.meta.dirname, 'version-1.ccx.json'), 'utf8')
const schemaOf1: unknown = JSON.parse(readFileSync(path.join(folder, 'environments-1.schema.json'), 'utf8'))

test('a file of version 1 is as the schema of version 1 says, and is read without loss', async () => {
  if (typeof schemaOf1 !== 'object' || schemaOf1 === null) throw new Error('no schema')
  expect(new Ajv2020({ strict: false }).compile(schemaOf1)(JSON.parse(ofVersion1))).toBe(true)
  const reading = await readEnvironments(ofVersion1)
  if (!reading.ok) throw new Error(reading.problem.code)
  const [orders] = reading.file.environments
  expect(orders?.value).toMatchObject({ name: 'Orders', client_id: 'orders', notes: 'Ask Kim.' })
  expect(orders?.calls).toEqual([
    {
      ...newApiRequest,
      ...newCallLabel,
      id: 'list',
      url: 'https://api.example/orders?status=open',
      followRedirects: true,
    },
    {
      ...newApiRequest,
      ...newCallLabel,
      id: 'create',
      method: 'POST',
      url: 'https://api.example/orders',
      body: { kind: 'json', text: '{"quantity": 1.0}\n' },
    },
    {
      ...newApiRequest,
      ...newCallLabel,
      id: 'note',
      method: 'PUT',
      url: 'https://api.example/note',
      body: { kind: 'text', text: 'Grüße', contentType: 'text/plain; charset=utf-8' },
    },
  ])
  expect(reading.file.unknown).toEqual(['environments[0].apiCalls[0].owner'])
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
