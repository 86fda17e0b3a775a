import { expect, test } from 'vitest'
import { filterOf } from '../../../renderer/features/history/filter-of.ts'
import { everything, type HistoryPlace, placeOf, queryOf } from '../../../renderer/features/history/history-place.ts'
import { hrefOf, routeOf } from '../../../renderer/route.ts'

const narrow: HistoryPlace = {
  text: 'a & b = “c”? 100 %/ü',
  time: { kind: 'last', span: '7d' },
  environmentIds: ['sandbox', 'orders dev'],
  purposes: ['api', 'token'],
  senders: ['watch'],
  statuses: ['4xx', 'none'],
  findings: ['invalid_client'],
  host: 'api.example:8443',
  isPinned: true,
  against: 'other',
}

test('what is searched for comes back from an address as it was', () => {
  const route = { kind: 'history' as const, id: 'a/b?c', query: queryOf(narrow) }
  expect(routeOf(hrefOf(route))).toEqual(route)
  expect(placeOf(route.query)).toEqual(narrow)
})

test('an address without a query looks for everything', () => {
  expect(routeOf('#/history')).toEqual({ kind: 'history' })
  expect(placeOf('')).toEqual(everything)
  expect(queryOf(everything)).toBe('')
})

test('what is not known in an address is left out, as is what was cut', () => {
  const odd =
    'kind=telepathy&sender=nobody&status=9xx&finding=constructor&time=1y&from=-5&to=99999999999999999&environment='
  expect(placeOf(odd)).toEqual(everything)
  expect(placeOf('text=%E0%A4%A&kind=ap').purposes).toEqual([])
  expect(routeOf('#/history/%E0%A4%A')).toEqual({ kind: 'history' })
})

test('text that is longer than can be searched for is cut', () =>
  expect(placeOf(queryOf({ ...everything, text: 'x'.repeat(9000) })).text).toHaveLength(500))

test('a span ends now, and what arrives meanwhile belongs to it', () => {
  const now = Date.UTC(2026, 10, 28)
  expect(filterOf(narrow, now)).toMatchObject({ from: now - 7 * 24 * 3_600_000, to: null })
  const between = { ...everything, time: { kind: 'between' as const, from: null, to: 5 } }
  expect(placeOf(queryOf(between))).toEqual(between)
  expect(filterOf(between, now)).toMatchObject({ from: null, to: 5 })
})
