import { expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../../electron/catalogue/new-api-request.ts'
import { callChanges, type ComparedCall } from '../../../electron/core/importing/call-changes.ts'

const list: ComparedCall = {
  ...newApiRequest,
  ...newCallLabel,
  id: 'list',
  name: 'List orders',
  url: 'https://a.example/orders',
}
const health: ComparedCall = { ...list, id: 'health', name: '', url: 'https://a.example/health' }

test('calls that are the same have no differences, also when their ids are of another workspace', async () => {
  expect(await callChanges([list, health], [list, health])).toEqual([])
  expect(
    await callChanges(
      [list, health],
      [
        { ...list, id: 'other' },
        { ...health, id: 'another' },
      ],
    ),
  ).toEqual([])
})

test('what differs is named by call and field, rows line by line', async () => {
  const after: ComparedCall = {
    ...list,
    method: 'POST',
    query: [
      { name: 'status', value: 'open', enabled: true },
      { name: 'since', value: null, enabled: false },
    ],
    headers: [{ name: 'Accept', value: 'text/csv', enabled: true }],
    body: { kind: 'file', file: { name: 'a.csv', path: '/home/kim/a.csv' }, contentType: 'text/csv' },
    assertions: [{ kind: 'json', pointer: '/0/id', test: 'equals', value: '1' }],
  }
  expect(await callChanges([list], [after])).toEqual([
    { field: 'Call “List orders”: method', before: 'GET', after: 'POST' },
    { field: 'Call “List orders”: query', before: '', after: 'status=open\nsince (not sent)' },
    { field: 'Call “List orders”: headers', before: '', after: 'Accept: text/csv' },
    { field: 'Call “List orders”: body', before: '', after: 'File “a.csv”, text/csv' },
    { field: 'Call “List orders”: assertions', before: '', after: '/0/id is 1' },
  ])
})

test('a call that comes or goes is one line, by method and URL where it has no name', async () => {
  expect(await callChanges([list], [health])).toEqual([
    { field: 'Call “GET https://a.example/health”', before: '', after: 'GET https://a.example/health' },
    { field: 'Call “List orders”', before: 'GET https://a.example/orders', after: '' },
  ])
})

test('another order is one difference, and calls with one name stay two', async () => {
  const twin = { ...list, id: 'twin' }
  expect(await callChanges([list, health], [health, list])).toEqual([
    {
      field: 'Order of calls',
      before: 'List orders\nGET https://a.example/health',
      after: 'GET https://a.example/health\nList orders',
    },
  ])
  const changed = await callChanges(
    [list, twin],
    [
      { ...list, scope: 'a' },
      { ...twin, scope: 'b' },
    ],
  )
  expect(changed.map(({ field }) => field)).toEqual([
    'Call “List orders”: required scopes',
    'Call “List orders”: required scopes (2)',
  ])
})

test('of 5,000 calls that differ 100 are listed, and the others counted', async () => {
  const many = (url: string) =>
    Array.from({ length: 5000 }, (_, index) => ({ ...list, url, id: `c${index}`, name: `Call ${index}` }))
  const changes = await callChanges(many('https://a.example/'), many('https://b.example/'))
  expect(changes).toHaveLength(101)
  expect(changes.at(-1)).toEqual({ field: '4900 more calls differ', before: '', after: '' })
})
