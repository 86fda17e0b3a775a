import { expect, test } from 'vitest'
import type { HistoryFilter } from '../../../electron/contract/history.ts'
import { finding } from '../../../electron/core/finding.ts'
import { History } from '../../../electron/core/history/history.ts'
import { idsOfSearch } from '../../../electron/core/history/ids-of-search.ts'
import { indexInMemory } from '../../../electron/core/history/index-file.ts'
import { exchange as recorded } from '../evidence/exchange.ts'
import { allExchanges } from '../../../electron/common/all-exchanges.ts'
import { recordingIn } from './workspace-of-history.ts'

const bodyEmpty = finding('body_empty', { offset: '0' }, { section: 'RFC 6749 §5.1' })
const hour = 3_600_000

function filled(count: number) {
  const recording = recordingIn()
  for (let number = 0; number < count; number += 1) {
    recording.add({
      id: `e${number}`,
      startedAt: Date.UTC(2026, 5, 1) + number * hour,
      environmentId: `of-${number % 2}`,
    })
  }
  const history = new History(recording.database, indexInMemory())
  const found = (filter: Partial<HistoryFilter> = {}) => {
    history.catchUp(Infinity)
    return history.search({ ...allExchanges, ...filter })
  }
  return {
    ...recording,
    history,
    found,
    ids: (filter: Partial<HistoryFilter> = {}) => found(filter).rows.map(({ id }) => id),
  }
}

test('an empty history finds nothing', () => {
  expect(filled(0).found()).toMatchObject({ found: 0, days: [], rows: [], notIndexed: 0 })
})

test('everything is found, newest first, by local days', () => {
  const { found, ids } = filled(30)
  const all = found()
  expect(all.found).toBe(30)
  expect(ids().slice(0, 2)).toEqual(['e29', 'e28'])
  expect(all.days.reduce((sum, { count }) => sum + count, 0)).toBe(30)
  for (const { startsAt } of all.days) expect(new Date(startsAt).getHours()).toBe(0)
})

test('rows are read by place while new ones arrive, until four other searches were made', () => {
  const { history, found, add } = filled(10)
  const { searchId } = found()
  add({ id: 'new', startedAt: Date.UTC(2027, 0, 1) })
  expect(found().rows[0]?.id).toBe('new')
  expect(history.read(searchId, 8, 5)?.map(({ id }) => id)).toEqual(['e1', 'e0'])
  for (let search = 0; search < 4; search += 1) found()
  expect(history.read(searchId, 0, 1)).toBeNull()
})

test('an exchange that was recorded while the clock was back is where its time is', () => {
  const { add, ids } = filled(3)
  ids()
  add({ id: 'back', startedAt: Date.UTC(2026, 5, 1) - 1 })
  expect(ids()).toEqual(['e2', 'e1', 'e0', 'back'])
})

test('each filter leaves out what it does not want', () => {
  const { add, conclude, mark, ids, history } = filled(4)
  const { response } = recorded
  add({
    id: 'other',
    startedAt: Date.UTC(2026, 6, 1),
    purpose: 'api',
    request: { ...recorded.request, url: 'https://api.example:8443/x' },
    response: response && { ...response, status: 503 },
  })
  add({ id: 'unanswered', startedAt: Date.UTC(2026, 6, 2), response: null })
  add({ id: 'watched', startedAt: Date.UTC(2026, 6, 3), isOfWatch: true, purpose: 'jwks' })
  conclude('other', { verdict: 'failed', findings: [bodyEmpty] })
  mark('e1', true)
  expect(ids({ environmentIds: ['of-1'] })).toEqual(['e3', 'e1'])
  expect(ids({ purposes: ['api'] })).toEqual(['other'])
  expect(ids({ statuses: ['5xx'] })).toEqual(['other'])
  expect(ids({ statuses: ['none'] })).toEqual(['unanswered'])
  expect(ids({ statuses: ['none', '5xx'] })).toEqual(['unanswered', 'other'])
  expect(ids({ host: 'api.example:8443' })).toEqual(['other'])
  expect(ids({ host: 'API.' })).toEqual(['other'])
  expect(ids({ from: Date.UTC(2026, 6, 1), to: Date.UTC(2026, 6, 2) })).toEqual(['other'])
  expect(ids({ findings: ['body_empty'] })).toEqual(['other'])
  expect(ids({ isPinned: true })).toEqual(['e1'])
  expect(history.facts().ofWatch).toBe(1)
  expect(ids({ senders: ['watch'] })).toEqual(['watched'])
  expect(ids({ senders: ['person'], from: Date.UTC(2026, 6, 1) })).toEqual(['unanswered', 'other'])
  expect(ids({ senders: ['person', 'watch'], from: Date.UTC(2026, 6, 2) })).toEqual(['watched', 'unanswered'])
  expect(ids({ isPinned: true, purposes: ['api'] })).toEqual([])
})

test('a conclusion, a pin and a note that come later are found', () => {
  const { conclude, mark, ids, found } = filled(2)
  expect(ids({ text: 'empty answer' })).toEqual([])
  conclude('e0', { findings: [bodyEmpty], verdict: 'failed', environmentName: 'Shop in Basel' })
  mark('e1', false, 'Asked the Hamburg team')
  expect(ids({ text: 'empty answer' })).toEqual(['e0'])
  expect(ids({ text: 'body_empty' })).toEqual(['e0'])
  expect(ids({ text: 'basel' })).toEqual(['e0'])
  expect(ids({ text: 'hamb' })).toEqual(['e1'])
  mark('e1', true, '')
  expect(ids({ text: 'hamb' })).toEqual([])
  const [row] = found({ isPinned: true }).rows
  expect(row).toMatchObject({ id: 'e1', isPinned: true, hasNote: false, verdict: null, finding: null })
  expect(found({ text: 'basel' }).rows[0]).toMatchObject({
    verdict: 'failed',
    finding: { code: 'body_empty' },
    environmentName: 'Shop in Basel',
  })
})

test('what is deleted is no longer found, wherever it was', () => {
  const { remove, add, ids, history } = filled(5)
  ids()
  remove('e4')
  remove('e1')
  add({ id: 'next', startedAt: 1 })
  expect(ids()).toEqual(['e3', 'e2', 'e0', 'next'])
  remove('next')
  add({ id: 'other', startedAt: 2 })
  expect(ids()).toEqual(['e3', 'e2', 'e0', 'other'])
  expect(history.facts().exchanges).toBe(4)
})

test('a row that is not as it was written is left out, and does not cost the others', () => {
  const { database, ids } = filled(3)
  database.exec(`UPDATE exchanges SET value = replace(value, 'tenant', 'tenent') WHERE id = 'e1'`)
  expect(ids()).toEqual(['e2', 'e0'])
  expect(ids({ text: 'tenant' })).toEqual(['e2', 'e0'])
})

test('facts count what there is to choose from', () => {
  const { database, conclude, mark, history } = filled(4)
  conclude('e0', { findings: [bodyEmpty], environmentName: 'Gone' })
  mark('e2', true)
  database.exec(`INSERT INTO environments (id, position, value) VALUES ('of-1', 1, '{"name":"Here"}')`)
  history.catchUp(Infinity)
  expect(history.facts()).toEqual({
    exchanges: 4,
    bytes: expect.any(Number),
    pinned: 1,
    ofWatch: 0,
    oldest: Date.UTC(2026, 5, 1),
    hosts: ['server.example'],
    findings: [{ code: 'body_empty', count: 1 }],
    goneEnvironments: [{ id: 'of-0', name: 'Gone' }],
    unrecorded: [],
  })
})

test('exchanges are found by the name that their environment has now, and by the one that it had', () => {
  const { database, conclude, ids } = filled(4)
  conclude('e1', { environmentName: 'Earlier' })
  database.exec(`INSERT INTO environments (id, position, value) VALUES ('of-1', 1, '{"name":"Renamed to Bülach"}')`)
  expect(ids({ text: 'bulach' })).toEqual(['e3', 'e1'])
  expect(ids({ text: 'earlier' })).toEqual(['e1'])
  expect(ids({ text: 'bülach earlier' })).toEqual(['e1'])
  expect(ids({ text: 'renamed tenant' })).toEqual(['e3', 'e1'])
  expect(ids({ text: 'renamed nothing' })).toEqual([])
})

test('the ids of all that a search found come in parts, those that are gone as none', async () => {
  const { history, found, remove } = filled(4500)
  const { searchId } = found({ environmentIds: ['of-0'] })
  remove('e0')
  found()
  const ids = async (...given: [string, number, number]) => history.ids(...given)
  const all = await idsOfSearch({ ids }, searchId)
  expect([all.length, all[0], all.at(-2), all.at(-1)]).toEqual([2250, 'e4498', 'e2', ''])
  expect(await idsOfSearch({ ids }, 'none')).toEqual([])
})

test('the place of an exchange among what was found is known, also of one far below', () => {
  const { history, found } = filled(200)
  const all = found()
  expect(history.place(all.searchId, 'e199')).toBe(0)
  expect(history.place(all.searchId, 'e0')).toBe(199)
  const odd = found({ environmentIds: ['of-1'] })
  expect(history.place(odd.searchId, 'e1')).toBe(99)
  for (const [searchId, id] of [
    [odd.searchId, 'e0'],
    [odd.searchId, 'nowhere'],
    ['no-search', 'e1'],
  ] as const) {
    expect(history.place(searchId, id)).toBeNull()
  }
})
