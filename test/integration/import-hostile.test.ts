import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportReading } from '../../electron/contract/sharing.ts'
import { importMaxCharacters } from '../../electron/vocabulary/limits.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { givenText } from '../support/given-text.ts'
import { sharedFile } from '../support/shared-file.ts'
import { openSharing, type Sharing } from './sharing-app.ts'

let app: Sharing
beforeEach(() => {
  app = openSharing()
})
afterEach(() => app.close())

const slow = 60_000
const context = (signal = new AbortController().signal) => ({ flowId: 'flow', signal })
const read = (text: string, name = '', signal?: AbortSignal) =>
  app.api.readImport(givenText(text, name), context(signal))
const reasonOf = (reading: ImportReading) => (reading.kind === 'refused' ? reading.reason.code : reading.kind)

const collectionOf = (item: string) =>
  `{"info":{"name":"a","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[${item}]}`
const request = '{"name":"a","request":{"method":"GET","url":"https://api.example/"}}'
const nested = (depth: number) => collectionOf(`${'{"name":"f","item":['.repeat(depth)}${request}${']}'.repeat(depth)}`)
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefghijk')
  .map((name, index) => `${name}: &${name} [${`*${'abcdefghijk'[index]},`.repeat(9)}x]`)
  .join('\n')}\n`

test.each([
  ['5,001 requests', collectionOf(`${`${request},`.repeat(5000)}${request}`), '', 'too_many_calls'],
  ['200,000 brackets in YAML', `a: ${'['.repeat(200_000)}`, 'a.yaml', /nested_too_deep|not_recognized|text_invalid/],
  ['folders nested 100 deep', nested(100), '', 'nested_too_deep'],
  ['a YAML bomb', `openapi: 3.1.0\ninfo: {title: a, version: "1"}\npaths: {}\n${bomb}`, 'a.yaml', /./],
  ['64 MiB of one string', `{"a":"${'x'.repeat(importMaxCharacters - 8)}"}`, '', /other_format|json_invalid/],
  ['64 MiB of words', 'word '.repeat(importMaxCharacters / 5), '', 'not_recognized'],
  ['64 MiB of quotation marks', '"'.repeat(importMaxCharacters), '', /not_recognized|json_invalid/],
  ['more than 64 MiB', 'x'.repeat(importMaxCharacters + 1), '', 'too_long'],
])('%s is refused by name, and nothing changes', { timeout: slow }, async (_what, text, name, code) => {
  const before = app.state()
  const reading = await read(text, name)
  expect(reading.kind).toBe('refused')
  expect(reasonOf(reading)).toMatch(code)
  expect(app.state()).toBe(before)
})

test('the app answers while a large file is read, and a cancelled reading ends', { timeout: slow }, async () => {
  const controller = new AbortController()
  const reading = read(`a: [${'x, '.repeat(5_000_000)}x]`, 'a.yaml', controller.signal)
  let turns = 0
  const counting = setInterval(() => turns++, 1)
  const waited = Promise.race([reading, new Promise((resolve) => setTimeout(resolve, 300))])
  await waited
  clearInterval(counting)
  expect(turns).toBeGreaterThan(1)
  controller.abort()
  expect(await reading).toEqual({ kind: 'cancelled' })
})

const manyCalls = (name: string, count: number) =>
  collectionOf(
    Array.from({ length: count }, (_, index) =>
      JSON.stringify({ name: `${name} ${index}`, request: { method: 'GET', url: `https://${name}.example/${index}` } }),
    ).join(','),
  )

async function take(text: string, target: string | null) {
  const reading = await read(text, 'a.json')
  if (reading.kind !== 'preview') throw new Error(JSON.stringify(reading))
  const { importId, items, edits } = reading
  const targets = Object.fromEntries(items.map(({ id }) => [id, target]))
  await app.api.editImport({ importId, edits: { ...edits, targets } }, context())
  const result = await app.api.applyImport({ importId, choices: [] }, context())
  if (result.kind !== 'applied') throw new Error(result.reason.code)
  return { importId, result }
}

test(
  'thousands of calls become a new environment or come to one that is here, in their order, and each undo takes them back',
  { timeout: slow },
  async () => {
    const empty = app.state()
    const { importId, result } = await take(manyCalls('a', 2500), null)
    const id = result.added[0] ?? ''
    const names = () => app.workspace.apiCalls.list(id).map(({ name }) => name)
    const first = Array.from({ length: 2500 }, (_, index) => `a ${index}`)
    expect(names()).toEqual(first)
    const before = [app.state(), app.workspace.apiCalls.fingerprint(id)]

    const more = await take(manyCalls('b', 2000), id)
    expect(more.result).toMatchObject({ added: [], extended: [id] })
    expect(names()).toEqual([...first, ...Array.from({ length: 2000 }, (_, index) => `b ${index}`)])
    expect(await app.api.undoImport({ importId: more.importId }, context())).toEqual({ kind: 'undone' })
    expect([app.state(), app.workspace.apiCalls.fingerprint(id)]).toEqual(before)

    expect(await app.api.undoImport({ importId }, context())).toEqual({ kind: 'undone' })
    expect(app.state()).toBe(empty)
    expect(app.workspace.environments.isTaken(id)).toBe(false)
  },
)

test(
  'an import whose last step fails leaves nothing of the calls that were written before',
  { timeout: slow },
  async () => {
    const reading = await read(manyCalls('a', 2500), 'a.json')
    if (reading.kind !== 'preview') throw new Error(JSON.stringify(reading))
    const { importId, items, edits } = reading
    const targets = Object.fromEntries(items.map(({ id }) => [id, null]))
    await app.api.editImport({ importId, edits: { ...edits, targets } }, context())
    const before = app.state()
    const { restore } = app.workspace.environments
    app.workspace.environments.restore = () => {
      throw new Error('disk full')
    }
    const result = await app.api.applyImport({ importId, choices: [] }, context())
    app.workspace.environments.restore = restore
    expect(result).toMatchObject({ kind: 'refused', reason: { code: 'not_applied' } })
    expect(app.state()).toBe(before)
    for (const { id } of items) expect(app.workspace.environments.isTaken(id)).toBe(false)
  },
)

test(
  'two imports of environments of one id, and undoing them, come one after another: what is said is so',
  { timeout: slow },
  async () => {
    const value = { ...newEnvironment, name: 'Orders', token_endpoint: 'https://as.example/token', client_id: 'c' }
    const apiCalls = Array.from({ length: 1500 }, (_, index) => ({
      id: `call-${index}`,
      method: 'GET',
      url: `https://h${index % 900}.example/${index}`,
    }))
    const ids: string[] = []
    for (let time = 0; time < 2; time++) {
      const file = sharedFile([{ ...value, notes: `${time}`, id: 'x', apiCalls, secrets: {} }])
      const reading = await read(file, 'a.json')
      if (reading.kind !== 'preview') throw new Error(JSON.stringify(reading))
      ids.push(reading.importId)
    }
    const apply = (importId: string) =>
      app.api.applyImport({ importId, choices: [{ id: 'x', choice: 'both' }] }, context())
    const results = await Promise.all(ids.map(apply))
    const added = results.flatMap((result) => (result.kind === 'applied' ? result.added : [result.reason.code]))
    expect(added).toHaveLength(2)
    expect(app.workspace.environments.list().map(({ id }) => id)).toEqual(added)
    expect(added.map((id) => app.workspace.apiCalls.count(id))).toEqual([1500, 1500])
    const undone = await Promise.all([...ids, ...ids].map((importId) => app.api.undoImport({ importId }, context())))
    expect(undone.map(({ kind }) => kind)).toEqual(['undone', 'undone', 'refused', 'refused'])
    expect(app.workspace.environments.list()).toEqual([])
  },
)
