import { afterEach, beforeEach, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let opened: TestApi
let api: TestApi['api']
const environmentId = 'sandbox'
const ofSandbox = { environmentId }

beforeEach(async () => {
  opened = openTestApi(null)
  api = opened.api
  const built = await api.listApiCalls(ofSandbox, context)
  await api.deleteApiCalls({ ...ofSandbox, ids: built.map(({ id }) => id) }, context)
})
afterEach(() => opened.close())

const request = { ...newApiRequest, url: 'https://api.example/orders' }

async function save(name: string, folder = ''): Promise<string> {
  const label = { name, folder, notes: 'kept' }
  const saved = await api.saveApiCall({ ...ofSandbox, id: null, request, label }, context)
  return saved?.id ?? ''
}

/** The saved calls in their order, each as `folder/name`. */
async function listed(): Promise<string[]> {
  const calls = await api.listApiCalls(ofSandbox, context)
  return calls.map(({ folder, name }) => (folder === '' ? name : `${folder}/${name}`))
}

test('a list has no bodies; the whole call is had by its id, and nothing by an unknown one', async () => {
  const id = await save('A', 'Orders')
  expect(await api.listApiCalls(ofSandbox, context)).toEqual([
    {
      id,
      environmentId,
      name: 'A',
      folder: 'Orders',
      method: 'GET',
      url: request.url,
      authorization: 'environment',
      scope: '',
    },
  ])
  expect(await api.getApiCall({ id }, context)).toMatchObject({ id, notes: 'kept', body: { kind: 'none' } })
  expect(await api.getApiCall({ id: 'unknown' }, context)).toBeNull()
})

test('calls are put in an order, each in its folder; those that are not named come last', async () => {
  const [a, b] = [await save('A'), await save('B', 'Orders')]
  await save('C')
  const order = [
    { id: b, folder: '' },
    { id: a, folder: 'Orders' },
  ]
  expect(await api.arrangeApiCalls({ ...ofSandbox, order }, context)).toBe(true)
  expect(await listed()).toEqual(['B', 'Orders/A', 'C'])
})

test('an order with a call of another environment changes nothing', async () => {
  const a = await save('A')
  await save('B')
  const [other] = await api.listApiCalls({ environmentId: 'sandbox-opaque' }, context)
  const order = [
    { id: other?.id ?? '', folder: 'Stolen' },
    { id: a, folder: 'Orders' },
  ]
  expect(await api.arrangeApiCalls({ ...ofSandbox, order }, context)).toBe(false)
  expect(await listed()).toEqual(['A', 'B'])
  expect(await api.listApiCalls({ environmentId: 'sandbox-opaque' }, context)).toContainEqual(other)
})

test('a copy comes right below its original, in its folder, with all that it holds', async () => {
  const a = await save('A', 'Orders')
  await save('B', 'Orders')
  const copy = await api.duplicateApiCall({ id: a, name: 'Copy of A' }, context)
  expect(copy).toMatchObject({ name: 'Copy of A', folder: 'Orders', notes: 'kept', url: request.url })
  expect(await listed()).toEqual(['Orders/A', 'Orders/Copy of A', 'Orders/B'])
  expect(await api.duplicateApiCall({ id: 'unknown', name: '' }, context)).toBeNull()
})

test('a dozen calls are deleted together and come back at their places, with their ids, once', async () => {
  const first = await save('First')
  const ids: string[] = []
  for (let count = 0; count < 12; count++) ids.push(await save(`${count}`, 'Old'))
  await save('Last')
  const before = await api.listApiCalls(ofSandbox, context)
  expect(await api.deleteApiCalls({ ...ofSandbox, ids: [...ids, 'unknown', ids[0] ?? ''] }, context)).toEqual(ids)
  expect(await listed()).toEqual(['First', 'Last'])
  expect(await api.restoreApiCalls({ ...ofSandbox, ids }, context)).toEqual(ids)
  expect(await api.listApiCalls(ofSandbox, context)).toEqual(before)
  expect(await api.restoreApiCalls({ ...ofSandbox, ids: [...ids, first] }, context)).toEqual([])
})

test('calls of another environment are neither deleted nor restored', async () => {
  const other = await api.listApiCalls({ environmentId: 'sandbox-opaque' }, context)
  const ids = other.map(({ id }) => id)
  expect(await api.deleteApiCalls({ ...ofSandbox, ids }, context)).toEqual([])
  const ofOther = { environmentId: 'sandbox-opaque', ids }
  expect(await api.deleteApiCalls(ofOther, context)).toEqual(ids)
  expect(await api.restoreApiCalls({ ...ofSandbox, ids }, context)).toEqual([])
  expect(await api.restoreApiCalls(ofOther, context)).toEqual(ids)
})

test('a call that was saved again meanwhile is not overwritten by the one that was deleted', async () => {
  const id = await save('A')
  await api.deleteApiCalls({ ...ofSandbox, ids: [id] }, context)
  const label = { name: 'Newer', folder: '', notes: '' }
  await api.saveApiCall({ ...ofSandbox, id, request, label }, context)
  await api.restoreApiCalls({ ...ofSandbox, ids: [id] }, context)
  expect(await listed()).toEqual(['Newer'])
})

test('calls of an environment that is gone are not restored', async () => {
  const saved = await api.duplicateEnvironment(ofSandbox, context)
  const copy = { environmentId: saved?.id ?? '' }
  const call = await api.saveApiCall({ ...copy, id: null, request }, context)
  const ids = [call?.id ?? '']
  await api.deleteApiCalls({ ...copy, ids }, context)
  await api.deleteEnvironment(copy, context)
  expect(await api.restoreApiCalls({ ...copy, ids }, context)).toEqual([])
})
