import { expect, test } from 'vitest'
import type { AuditFilter } from '../../../electron/contract/audit.ts'
import { entryFinder } from '../../../electron/core/audit/find-entries.ts'
import { createDatabase } from '../../../electron/core/workspace/create.ts'
import { newestEvents } from '../../support/newest-events.ts'
import { eventOf, openTrail } from './trail-of.ts'

const every: AuditFilter = { text: '', kinds: [], environmentIds: [], from: null, to: null }

test('a trail that is too long loses its oldest entries, says so, and is intact from there on', async () => {
  const limits = { entries: 1000, atOnce: 50 }
  const opened = openTrail(createDatabase(':memory:'), limits)
  opened.begin()
  const most = limits.entries + limits.atOnce
  opened.fill(most + 1)
  const { first, last } = opened.trail.bounds()
  expect([first, last]).toEqual([limits.atOnce + 2, most + 2])
  expect(newestEvents({ audit: opened.trail }, 1)).toMatchObject([
    { kind: 'trail_shortened', detail: { from: '1', to: String(limits.atOnce + 1) } },
  ])
  expect(await opened.verify()).toEqual({ break: null, from: first, unsealed: 0, asFound: 0 })
  opened.database.exec(`DELETE FROM audit_events WHERE number = ${first}`)
  expect((await opened.verify()).break).toEqual({ kind: 'removed', number: first, count: 1 })
  opened.database.close()
})

test('an entry that cannot be written leaves nothing behind, in a transaction that goes on too', async () => {
  const opened = openTrail()
  opened.begin()
  opened.fill(2)
  opened.database.exec("CREATE TRIGGER full BEFORE UPDATE ON audit_head BEGIN SELECT raise(ABORT, 'full'); END")
  expect(() => opened.fill(1, 3)).toThrow('full')
  opened.database.exec('BEGIN')
  expect(() => opened.fill(1, 3)).toThrow('full')
  opened.database.exec('COMMIT; DROP TRIGGER full')
  expect(opened.all()).toHaveLength(2)
  opened.fill(1, 3)
  expect(await opened.verify()).toEqual({ break: null, from: 1, unsealed: 0, asFound: 0 })
  opened.database.close()
})

test('what was gathered and cannot be written is written with the next entry', () => {
  const opened = openTrail()
  opened.database.exec("CREATE TRIGGER full BEFORE INSERT ON audit_events BEGIN SELECT raise(ABORT, 'full'); END")
  opened.trail.addSoon(eventOf(1))
  expect(() => opened.trail.flush()).toThrow('full')
  expect(newestEvents({ audit: opened.trail }, 10)).toEqual([])
  opened.database.exec('DROP TRIGGER full')
  opened.trail.add(eventOf(2))
  expect(opened.all().map(({ id }) => id)).toEqual(['event-1', 'event-2'])
  opened.database.close()
})

test('entries are found by words of their sentences, by kind, environment and time, newest first, page by page', async () => {
  const opened = openTrail()
  opened.fill(1000)
  const find = entryFinder(opened.trail)
  const numbers = async (filter: Partial<typeof every>, skip = 0) => {
    const page = await find({ ...every, ...filter }, skip, 3)
    return [page.found, ...page.entries.map(({ number }) => number)]
  }
  expect(await numbers({})).toEqual([1000, 1000, 999, 998])
  expect(await numbers({}, 998)).toEqual([1000, 2, 1])
  expect(await numbers({}, 5000)).toEqual([1000])
  expect(await numbers({ text: 'COPIED to the clipboard' }, 3)).toEqual([1000, 997, 996, 995])
  expect(await numbers({ text: '  clipboard  copied ' })).toEqual([1000, 1000, 999, 998])
  expect(await numbers({ text: '99' })).toEqual([19, 999, 998, 997])
  const at = (number: number) => eventOf(number).at
  expect(await numbers({ from: at(4), to: at(6) })).toEqual([2, 5, 4])
  const page = await find({ ...every, environmentIds: ['orders'] }, 0, 1)
  expect(page.found).toBe(667)
  expect(await numbers({ text: 'nothing of this' })).toEqual([0])
  opened.fill(1, 1001)
  expect(await numbers({ text: '99' })).toEqual([19, 999, 998, 997])
  expect((await find({ ...every, environmentIds: ['orders'] }, 0, 1)).found).toBe(668)
  opened.database.close()
})
