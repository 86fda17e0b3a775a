import { expect, test } from 'vitest'
import { callsNamed } from '../../electron/cli/call/find-call.ts'

const calls = [
  { id: '1', name: 'Same', folder: 'A', method: 'GET', url: 'https://api.example/orders?page=1' },
  { id: '2', name: 'Same', folder: 'B', method: 'POST', url: 'https://api.example/orders#part' },
  { id: '3', name: '', folder: 'B', method: 'GET', url: '{{base}}/items?a={{b}}' },
  { id: '4', name: '', folder: '', method: 'GET', url: 'https://{{host}}.example' },
  { id: '5', name: 'A/Same', folder: '', method: 'DELETE', url: 'https://other.example/orders' },
] as const

const idsOf = (typed: string) => callsNamed(calls, typed).map(({ id }) => id)

test.each([
  ['', []],
  ['/', []],
  ['B/', []],
  ['same', []],
  ['Same', ['1', '2']],
  ['A/Same', ['1', '5']],
  ['PUT /orders', []],
  ['/orders', []],
  ['GET', []],
])('%j names no call, or several', (typed, ids) => expect(idsOf(typed)).toEqual(ids))

test.each([
  ['B/Same', '2'],
  ['GET /orders', '1'],
  ['POST /orders', '2'],
  ['POST https://api.example/orders#part', '2'],
  ['GET /items', '3'],
  ['GET /', '4'],
  ['5', '5'],
])('%j names one', (typed, id) => expect(idsOf(typed)).toEqual([id]))
