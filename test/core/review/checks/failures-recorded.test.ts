import { expect, test } from 'vitest'
import { failuresRecorded } from '../../../../electron/core/review/checks/failures-recorded.ts'
import { reviewCase } from '../../../support/review-case.ts'

const { usage } = reviewCase()
const look = (known: Partial<typeof usage>) => failuresRecorded.look(reviewCase({ usage: { ...usage, ...known } }))[0]

test('without a history failures are not kept, even where some were recorded before', () => {
  expect(look({ isRecorded: false, failures: 3, tokenRequests: 5 }).code).toBe('failures_not_kept')
})

test('failures that are recorded are kept, and counted', () => {
  const { code, evidence } = look({ failures: 3, tokenRequests: 5 })
  expect([code, evidence]).toEqual(['failures_kept', { failures: '3', requests: '5' }])
})

test('a history without a failure keeps them all the same', () => {
  expect(look({ tokenRequests: 5 }).code).toBe('no_failures')
  expect(look({}).code).toBe('no_failures')
})

test('of a file it is not known whether failures are kept', () => {
  expect(failuresRecorded.look(reviewCase({ isKept: false }))[0].code).toBe('failures_of_file')
})
