import { expect, test } from 'vitest'
import { reviewCodes } from '../../../electron/contract/review-codes.ts'

test('no two sections have a code of one name: the words of one would be said for the other', () => {
  expect(reviewCodes.filter((code, index) => reviewCodes.indexOf(code) !== index)).toEqual([])
})
