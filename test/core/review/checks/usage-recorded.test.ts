import { expect, test } from 'vitest'
import { usageRecorded } from '../../../../electron/core/review/checks/usage-recorded.ts'
import { reviewCase } from '../../../support/review-case.ts'

const { usage } = reviewCase()

test('an environment whose requests are not recorded is to improve', () => {
  const [found] = usageRecorded.look(reviewCase({ usage: { ...usage, isRecorded: false } }))
  expect(found).toMatchObject({ code: 'usage_not_recorded', status: 'to_improve' })
})

test('recorded requests pass, with their number', () => {
  const [found] = usageRecorded.look(reviewCase({ usage: { ...usage, tokenRequests: 12 } }))
  expect(found).toMatchObject({ code: 'usage_recorded', status: 'passed', evidence: { requests: '12', days: '30' } })
})

test('of a file it is not known what is recorded', () => {
  expect(usageRecorded.look(reviewCase({ isKept: false }))[0]).toMatchObject({
    code: 'usage_of_file',
    status: 'not_known',
  })
})
