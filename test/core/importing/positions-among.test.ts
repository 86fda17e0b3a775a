import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionsAmong } from '../../../electron/core/importing/positions-among.ts'

test.each([
  ['nothing that is kept', [null, null], [11, 12]],
  ['all that is kept', [3, 4, 9], [3, 4, 9]],
  ['one at the start', [null, 1, 2], [0, 1, 2]],
  ['one at the end', [1, 2, null], [1, 2, 3]],
  ['one where there is room', [1, null, 3], [1, 2, 3]],
  ['one between many and few, of which the few move', [1, 2, 3, null, 4], [1, 2, 3, 4, 5]],
  ['one between few and many, of which the few move', [1, null, 2, 3, 4], [0, 1, 2, 3, 4]],
  ['one that is put first', [4, 1, 2, 3], [0, 1, 2, 3]],
])('%s', (_what, known, expected) => {
  expect(positionsAmong(known, 10)).toEqual(expected)
})

test('positions always rise, whatever comes from where', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -50, max: 50 }))), (given) => {
      const seen = new Set<number>()
      const known = given.map((one) => (one === null || seen.has(one) ? null : (seen.add(one), one)))
      const made = positionsAmong(known, 50)
      expect(made).toHaveLength(known.length)
      expect(made.every((one, index) => index === 0 || (made[index - 1] ?? 0) < one)).toBe(true)
    }),
  )
})
