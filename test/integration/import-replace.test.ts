import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenText } from '../support/given-text.ts'
import { openSharing, type Sharing } from './sharing-app.ts'

let app: Sharing
beforeEach(() => {
  app = openSharing()
})
afterEach(() => app.close())

const context = () => ({ flowId: 'flow', signal: new AbortController().signal })

const collection = (calls: readonly [name: string, path: string][]) =>
  JSON.stringify({
    info: { name: 'Shop', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    auth: {
      type: 'oauth2',
      oauth2: [
        { key: 'grant_type', value: 'client_credentials', type: 'string' },
        { key: 'accessTokenUrl', value: 'https://as.example/token', type: 'string' },
        { key: 'clientId', value: 'shop', type: 'string' },
      ],
    },
    item: calls.map(([name, path]) => ({ name, request: { method: 'GET', url: `https://api.example/${path}` } })),
  })

async function take(calls: readonly [name: string, path: string][], choice: 'both' | 'replace') {
  const reading = await app.api.readImport(givenText(collection(calls), 'shop.json'), context())
  if (reading.kind !== 'preview') throw new Error(JSON.stringify(reading))
  const { importId, items } = reading
  const result = await app.api.applyImport({ importId, choices: items.map(({ id }) => ({ id, choice })) }, context())
  if (result.kind !== 'applied') throw new Error(JSON.stringify(result))
  return { importId, id: [...result.added, ...result.replaced][0] ?? '' }
}

test('an environment that is replaced keeps the calls that are in the file too, in the order of the file', async () => {
  const { id } = await take(
    [
      ['One', '1'],
      ['Two', '2'],
      ['Three', '3'],
      ['Four', '4'],
    ],
    'both',
  )
  const rows = () => app.workspace.apiCalls.list(id).map((call) => [call.name, call.url])
  const idsByName = () => new Map(app.workspace.apiCalls.list(id).map((call) => [call.name, call.id]))
  const [before, known, mark] = [rows(), idsByName(), app.workspace.apiCalls.fingerprint(id)]
  const other = await take(
    [
      ['New', '0'],
      ['Four', '4'],
      ['One', 'changed'],
      ['Two', '2'],
    ],
    'replace',
  )
  expect(other.id).toBe(id)
  expect(rows()).toEqual([
    ['New', 'https://api.example/0'],
    ['Four', 'https://api.example/4'],
    ['One', 'https://api.example/changed'],
    ['Two', 'https://api.example/2'],
  ])
  for (const name of ['One', 'Two', 'Four']) expect(idsByName().get(name)).toBe(known.get(name))
  expect(await app.api.undoImport({ importId: other.importId }, context())).toEqual({ kind: 'undone' })
  expect([rows(), app.workspace.apiCalls.fingerprint(id)]).toEqual([before, mark])
})

test('what is equal is not written', async () => {
  const calls: [string, string][] = Array.from({ length: 2000 }, (_, index) => [`Call ${index}`, `${index}`])
  const { id } = await take(calls, 'both')
  const mark = app.workspace.apiCalls.fingerprint(id)
  await take(calls, 'replace')
  expect(app.workspace.apiCalls.fingerprint(id)).toBe(mark)
})
