import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { AuditBreak } from '../../../electron/contract/audit.ts'
import { entryFinder } from '../../../electron/core/audit/find-entries.ts'
import { sealHead } from '../../../electron/core/audit/head.ts'
import { noLink, sealOf } from '../../../electron/core/audit/seal.ts'
import { createDatabase } from '../../../electron/core/workspace/create.ts'
import type { Row } from '../../../electron/core/workspace/tables/checked-table.ts'
import { madeKeys, openTrail, type TestTrail } from './trail-of.ts'

const most = 40

/** One for all chains: to make it takes longer than the chain. */
const database = createDatabase(':memory:')
afterAll(() => database.close())

/** A chain of `count` entries. */
function chainOf(count: number): TestTrail {
  database.exec('DELETE FROM audit_events; DELETE FROM audit_head')
  const opened = openTrail(database)
  opened.begin()
  opened.fill(count)
  return opened
}

/** What is found of a chain of `count` entries after `change` was made to its rows. */
async function broken(count: number, change: (rows: Row[], trail: TestTrail) => readonly Row[]) {
  const opened = chainOf(count)
  opened.replaceAll(change(opened.all(), opened))
  return (await opened.verify()).break
}

const place = (most: number) => fc.nat({ max: most - 1 })
const property = <Values extends [unknown, ...unknown[]]>(
  values: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  check: (...values: Values) => Promise<void>,
) => fc.assert(fc.asyncProperty(...values, check), { numRuns: 60 })

/** As somebody numbers rows from `from` on, with checksums that are right. */
const renumbered = (rows: readonly Row[], { withChecksum }: TestTrail) =>
  rows.map((row, index) => withChecksum({ ...row, number: index + 1 }))

const numberOf = (found: AuditBreak | null) => found?.number

test('an untouched chain of any length is intact', () =>
  property([fc.nat({ max: 600 })], async (count) => {
    expect(await chainOf(count).verify()).toEqual({ break: null, from: 1, unsealed: 0, asFound: 0 })
  }))

const changes: Record<string, (row: Row) => Row> = {
  time: (row) => ({ ...row, at: Number(row['at']) + 1 }),
  value: (row) => ({ ...row, value: String(row['value']).replace('secret_copied', 'exported') }),
  'space in the value': (row) => ({ ...row, value: ` ${String(row['value'])}` }),
  id: (row) => ({ ...row, id: `${String(row['id'])}x` }),
  seal: (row) => ({ ...row, seal: new Uint8Array(64) }),
  'part of the seal': (row) => ({
    ...row,
    seal: Uint8Array.from(bytesOf(row), (byte, at) => (at === 63 ? byte ^ 1 : byte)),
  }),
  'seal taken off': (row) => ({ ...row, seal: null }),
}
const bytesOf = (row: Row): Uint8Array => (row['seal'] instanceof Uint8Array ? row['seal'] : new Uint8Array())

test.for(Object.keys(changes))('an entry is named whose %s was altered, its checksum made right', (name) =>
  property([fc.integer({ min: 1, max: most }), place(most)], async (count, at) => {
    const changed = at % count
    const found = await broken(count, (rows, { withChecksum }) =>
      rows.map((row, index) => (index === changed ? withChecksum(changes[name]?.(row) ?? row) : row)),
    )
    expect(found).toEqual({ kind: 'altered', number: changed + 1 })
  }),
)

test('an entry is named whose checksum alone was altered', async () => {
  const found = await broken(5, (rows) =>
    rows.map((row, index) => (index === 2 ? { ...row, checksum: new Uint8Array(16) } : row)),
  )
  expect(found).toEqual({ kind: 'altered', number: 3 })
})

test('entries that are gone are counted, wherever they were', () =>
  property([fc.integer({ min: 1, max: most }), place(most), place(most)], async (count, at, more) => {
    const from = at % count
    const gone = Math.min(1 + (more % count), count - from)
    const found = await broken(count, (rows) => rows.toSpliced(from, gone))
    expect(found).toEqual({ kind: 'removed', number: from + 1, count: gone })
  }))

test('entries that are gone are counted when those behind were given their numbers', () =>
  property([fc.integer({ min: 2, max: most }), place(most), place(most)], async (count, at, more) => {
    const from = at % (count - 1)
    const gone = Math.min(1 + (more % count), count - from - 1)
    const found = await broken(count, (rows, trail) => renumbered(rows.toSpliced(from, gone), trail))
    expect(found).toEqual({ kind: 'removed', number: from + 1, count: gone })
  }))

test('two entries that changed places are named', () =>
  property([fc.integer({ min: 2, max: most }), place(most), place(most)], async (count, one, other) => {
    const [left, right] = [Math.min(one % count, other % count), Math.max(one % count, other % count)]
    fc.pre(left !== right)
    const found = await broken(count, (rows, trail) => {
      const [first, second] = [rows[left], rows[right]]
      if (first === undefined || second === undefined) return rows
      return renumbered(rows.with(left, second).with(right, first), trail)
    })
    expect(found).toEqual({ kind: 'swapped', number: left + 1, with: right + 1 })
  }))

const strangers = madeKeys()
/** Ways to make a row that is put among others. */
const inserted: Record<string, (row: Row) => Row> = {
  'was never sealed': (row) => ({ ...row, seal: null }),
  'has the seal of another': (row) => row,
  'is sealed with another key': (row) => {
    const { id, at, value, number } = row
    const entry = { id: String(id), at: Number(at), value: String(value), number: Number(number), seal: null }
    return { ...row, seal: sealOf(strangers, { ...entry, isAsWritten: true }, noLink) }
  },
}

test.for(Object.keys(inserted))('an entry is named that was put among others and %s', (name) =>
  property([fc.integer({ min: 1, max: most }), place(most), place(most)], async (count, at, of) => {
    const to = at % count
    const found = await broken(count, (rows, trail) => {
      const copied = rows[of % count]
      if (copied === undefined) return rows
      const added = inserted[name]?.({ ...copied, id: 'added' }) ?? copied
      return renumbered(rows.toSpliced(to, 0, added), trail)
    })
    expect(found).toEqual({ kind: 'added', number: to + 1 })
  }),
)

test.for(['has the seal of another', 'is sealed with another key'])(
  'an entry is named that was put behind all others and %s',
  (name) =>
    property([fc.integer({ min: 1, max: most }), place(most)], async (count, of) => {
      const found = await broken(count, (rows, trail) => {
        const copied = rows[of % count]
        if (copied === undefined) return rows
        return renumbered([...rows, inserted[name]?.({ ...copied, id: 'added' }) ?? copied], trail)
      })
      expect(found).toEqual({ kind: 'added', number: count + 1 })
    }),
)

test('what was put before all others is named', async () => {
  const found = await broken(3, (rows, { withChecksum }) => [
    withChecksum({ ...rows[0], id: 'added', number: -5 }),
    ...rows,
  ])
  expect(found).toEqual({ kind: 'added', number: -5 })
})

test('of any change of rows at random, the first row that is not as it was is found', () => {
  const act = fc.record({
    kind: fc.constantFrom('alter', 'remove', 'copy', 'swap', 'renumber'),
    at: fc.nat(),
    to: fc.nat(),
  })
  return property(
    [fc.integer({ min: 1, max: most }), fc.array(act, { minLength: 1, maxLength: 4 })],
    async (count, acts) => {
      let first: number | undefined
      const found = await broken(count, (original, trail) => {
        let rows = [...original]
        for (const [index, { kind, at, to }] of acts.entries()) {
          const [here, there] = [at % Math.max(rows.length, 1), to % Math.max(rows.length, 1)]
          const row = rows[here]
          const other = rows[there]
          if (row === undefined || other === undefined) continue
          if (kind === 'alter') rows[here] = { ...row, at: Number(row['at']) + 1 + index }
          if (kind === 'remove') rows.splice(here, 1)
          if (kind === 'copy') rows.splice(there, 0, { ...row, id: `copy-${index}` })
          if (kind === 'swap') rows = rows.with(here, other).with(there, row)
          if (kind === 'renumber') rows = [...rows.toSpliced(here, 1), row]
        }
        const changed = renumbered(rows, trail)
        const differs = original.findIndex((row, index) => !isSame(row, changed[index]))
        first = differs >= 0 ? differs + 1 : changed.length > original.length ? original.length + 1 : undefined
        return changed
      })
      expect(numberOf(found)).toBe(first)
    },
  )
})

const isSame = (one: Row, other: Row | undefined): boolean =>
  other !== undefined &&
  ['number', 'id', 'at', 'value'].every((name) => one[name] === other[name]) &&
  Buffer.compare(bytesOf(one), bytesOf(other)) === 0

test('a head that is missing or forged is named, and stays so when more is written', async () => {
  const opened = openTrail()
  opened.begin()
  opened.fill(3)
  opened.database.exec('DELETE FROM audit_head')
  expect((await opened.verify()).break).toEqual({ kind: 'head', number: 3 })
  opened.fill(2, 4)
  expect((await opened.verify()).break).toEqual({ kind: 'head', number: 4 })
  const other = sealHead(strangers, opened.trail.lostHead())
  opened.database.prepare('UPDATE audit_head SET sealed = ?').run(other)
  expect((await opened.verify()).break).toEqual({ kind: 'head', number: 5 })
  opened.database.close()
})

test('a head of an earlier moment is named', async () => {
  const opened = openTrail()
  opened.begin()
  opened.fill(3)
  const before = opened.database.prepare('SELECT last, sealed FROM audit_head').get()
  opened.fill(2, 4)
  opened.database
    .prepare('UPDATE audit_head SET last = ?, sealed = ?')
    .run(before?.['last'] ?? 0, before?.['sealed'] ?? null)
  expect((await opened.verify()).break).toEqual({ kind: 'head', number: 4 })
  opened.database.close()
})

test('a tail that was cut off is missed for ever, also when more was written since, with the key or without', async () => {
  for (const hasKey of [true, false]) {
    const opened = openTrail()
    const keys = opened.begin()
    opened.fill(6)
    opened.database.exec('DELETE FROM audit_events WHERE number > 4')
    const later = openTrail(opened.database)
    if (hasKey) later.open(keys)
    later.fill(3, 7)
    opened.trail.sealNext(100)
    expect((await opened.verify()).break).toEqual({ kind: 'removed', number: 5, count: 2 })
    opened.database.close()
  }
})

test.each(['-9223372036854775808', '0', '9007199254740991', '9007199254740993', '9223372036854775807'])(
  'an entry that was added with the number %s is named, and costs the trail nothing',
  async (number) => {
    const { database, trail, begin, fill, verify } = openTrail()
    begin()
    fill(300)
    database.exec(`INSERT INTO audit_events (number, id, at, value, seal, checksum)
      SELECT ${number}, 'added', at, value, NULL, checksum FROM audit_events WHERE number = 3`)
    fill(1, 301)
    trail.sealNext(100)
    expect(await verify()).toMatchObject({ break: { kind: 'added' } })
    expect(trail.bounds()).toEqual({ first: 1, last: 301 })
    const find = entryFinder(trail)
    const filter = { text: '', kinds: [], environmentIds: [], from: null, to: null }
    expect(await find(filter, 0, 500)).toMatchObject({ found: 301 })
    expect(await find({ ...filter, text: 'client_secret' }, 0, 500)).toMatchObject({ found: 301 })
  },
)

test('an entry that was added far from the others is found to be none of them, and a search ends', async () => {
  const { database, trail, begin, fill, verify } = openTrail()
  begin()
  fill(3)
  database.exec(`INSERT INTO audit_events (number, id, at, value, seal, checksum)
    SELECT 4000000000000000, 'added', at, value, NULL, checksum FROM audit_events WHERE number = 3`)
  expect(await verify()).toMatchObject({ break: { kind: 'removed', number: 4 } })
  const filter = { text: 'client_secret', kinds: [], environmentIds: [], from: null, to: null }
  expect(await entryFinder(trail)(filter, 0, 500)).toMatchObject({ found: 3 })
})
