import { describe, expect, test } from 'vitest'
import { withMoved, withRenamedFolder } from '../../../renderer/features/api-calls/list/arranged.ts'
import { callFoldersOf, callRowsOf } from '../../../renderer/features/api-calls/list/call-rows.ts'
import { rowAct } from '../../../renderer/features/api-calls/list/list-keys.ts'
import { foundAhead, typedMore } from '../../../renderer/features/api-calls/list/type-ahead.ts'
import { listedCall } from './call.ts'

const calls = [listedCall('a'), listedCall('b', 'Orders'), listedCall('c', 'Ledger'), listedCall('d', 'Orders')]

describe('rows', () => {
  const rows = (words: string[] = [], closed: string[] = []) =>
    callRowsOf({ calls, words, isOpen: (folder) => !closed.includes(folder) }).map((row) =>
      row.kind === 'call' ? row.key : `${row.folder} ${row.shown}/${row.all}${row.isOpen ? '' : ' closed'}`,
    )

  test('folders come in the order of their first calls, and calls without a folder last', () => {
    expect(rows()).toEqual(['Orders 2/2', 'b', 'd', 'Ledger 1/1', 'c', 'a'])
    expect(callFoldersOf(calls)).toEqual(['Orders', 'Ledger'])
  })

  test('a closed folder shows its head and its count', () => {
    expect(rows([], ['Orders', 'Ledger'])).toEqual(['Orders 2/2 closed', 'Ledger 1/1 closed', 'a'])
  })

  test('a folder in which nothing was found is left out; one in which some was says how much', () => {
    const more = [...calls, listedCall('found', 'Orders')]
    const found = callRowsOf({ calls: more, words: ['found'], isOpen: () => true })
    expect(found).toMatchObject([{ folder: 'Orders', shown: 1, all: 3 }, { key: 'found' }])
    expect(found).toHaveLength(2)
  })

  test.each([
    ['name', ['list'], { name: 'List open orders' }],
    ['method', ['patch'], { method: 'PATCH' as const }],
    ['host', ['id.example'], { url: 'https://id.example/x' }],
    ['path', ['/v2/orders'], { url: 'https://api.example/v2/Orders?x=1' }],
    ['words in any order', ['open', 'list'], { name: 'List open orders' }],
  ])('a call is found by its %s', (_, words, more) => {
    const found = callRowsOf({ calls: [listedCall('x', '', more), listedCall('y')], words, isOpen: () => true })
    expect(found.map(({ key }) => key)).toEqual(['x'])
  })
})

describe('moving', () => {
  const order = (id: string, folder: string, before: string | null) =>
    withMoved(calls, id, { folder, before })?.map((call) => `${call.id}${call.folder === '' ? '' : `:${call.folder}`}`)

  test('before another, or behind the last of a folder', () => {
    expect(order('d', 'Orders', 'b')).toEqual(['a', 'd:Orders', 'b:Orders', 'c:Ledger'])
    expect(order('a', 'Orders', null)).toEqual(['b:Orders', 'c:Ledger', 'd:Orders', 'a:Orders'])
    expect(order('b', 'New', null)).toEqual(['a', 'c:Ledger', 'd:Orders', 'b:New'])
  })

  test('where nothing changes, or one is gone, nothing is stored', () => {
    expect(order('c', 'Ledger', null)).toBeUndefined()
    expect(order('b', 'Orders', 'd')).toEqual(['a', 'c:Ledger', 'b:Orders', 'd:Orders'])
    expect(order('a', '', 'b')).toBeUndefined()
    expect(order('x', 'Orders', null)).toBeUndefined()
    expect(order('a', '', 'x')).toBeUndefined()
    expect(order('a', '', 'a')).toBeUndefined()
  })

  test('a folder that gets the name of another becomes one with it', () => {
    const renamed = withRenamedFolder(calls, 'Ledger', 'Orders') ?? []
    expect(callFoldersOf(renamed)).toEqual(['Orders'])
    expect(withRenamedFolder(calls, 'Ledger', 'Ledger')).toBeNull()
  })
})

describe('keys', () => {
  const key = (name: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
    rowAct({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held })

  test('act on the row that has the focus', () => {
    expect(key('F2')).toBe('rename')
    expect(key('Delete')).toBe('remove')
    expect(key('ContextMenu')).toBe('menu')
    expect(key('F10', { shiftKey: true })).toBe('menu')
    expect(key('ArrowUp', { altKey: true })).toBe('up')
    expect(key('d', { ctrlKey: true })).toBe('duplicate')
    expect(key('D', { metaKey: true })).toBe('duplicate')
  })

  test('of letters, arrows of the list and other shortcuts are left to others', () => {
    for (const name of ['a', 'ArrowUp', 'Enter', 'F10', 'constructor', '__proto__']) expect(key(name)).toBeNull()
    expect(key('F2', { ctrlKey: true })).toBeNull()
    expect(key('ArrowUp', { altKey: true, ctrlKey: true })).toBeNull()
  })
})

describe('typing ahead', () => {
  const names = ['Balance', 'Book entry', 'Cancel', 'Ärger']

  test('one letter leads to each that begins with it in turn, and more of them to the first', () => {
    expect(foundAhead(names, 0, 'b')).toBe(1)
    expect(foundAhead(names, 1, 'b')).toBe(0)
    expect(foundAhead(names, 0, 'bo')).toBe(1)
    expect(foundAhead(names, 1, 'bo')).toBe(1)
    expect(foundAhead(names, -1, 'ä')).toBe(3)
    expect(foundAhead(names, 0, 'x')).toBeNull()
    expect(foundAhead([], -1, 'x')).toBeNull()
  })

  test('letters that come soon after each other are one word, with spaces in it but none before', () => {
    const first = typedMore(null, 'B', 1000)
    expect(first).toEqual({ text: 'b', at: 1000 })
    expect(typedMore(first, 'o', 1300)?.text).toBe('bo')
    expect(typedMore(first, ' ', 1300)?.text).toBe('b ')
    expect(typedMore(first, 'o', 1800)?.text).toBe('o')
    expect(typedMore(null, ' ', 1000)).toBeNull()
    expect(typedMore(null, 'Enter', 1000)).toBeNull()
    expect(typedMore(null, '😀', 1000)?.text).toBe('😀')
  })
})
