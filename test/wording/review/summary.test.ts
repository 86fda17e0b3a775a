import { expect, test } from 'vitest'
import type { ItemStatus } from '../../../electron/contract/review.ts'
import { reviewSummary } from '../../../electron/wording/review/summary.ts'

const of = (...statuses: ItemStatus[]) => reviewSummary(statuses.map((status) => ({ status })))

test('what is at risk comes first, then what is to improve', () => {
  expect(of('to_improve', 'passed', 'at_risk', 'at_risk', 'not_known', 'accepted')).toEqual({
    title: '2 practices at risk, 1 to improve',
    rest: '1 passed, 1 not known, 1 accepted',
    open: 3,
  })
})

test('one practice is one practice', () => {
  expect(of('to_improve', 'passed').title).toBe('1 practice to improve')
  expect(of('at_risk').title).toBe('1 practice at risk')
})

test('what is not known is not called passed', () => {
  expect(of('passed', 'not_known')).toMatchObject({ title: 'Nothing to act on was found', open: 0 })
  expect(of('passed', 'accepted')).toMatchObject({ title: 'Nothing to act on was found', rest: '1 passed, 1 accepted' })
  expect(of('passed', 'passed').title).toBe('All 2 practices passed')
  expect(of()).toEqual({ title: 'Nothing to act on was found', rest: '', open: 0 })
})
