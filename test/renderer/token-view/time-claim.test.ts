import { expect, test } from 'vitest'
import { meantTime, timeClaim } from '../../../renderer/token-view/time-claim.ts'

test.each(['"soon"', 'null', 'true', '[1795392012]', '{}', '""', '••••'])(
  '%s is no time and no attempt at one',
  (source) => {
    expect(timeClaim(source)).toBeNull()
  },
)

test.each(['1e400', '-1e400', '9e99', '-1795392012', '99999999999999999999999999'])('%s is not a time', (source) => {
  expect(timeClaim(source)).toEqual({ kind: 'not_a_time' })
})

test.each(['0', '-0', '3600', '86400'])('%s is before 1973: more likely a length of time', (source) => {
  expect(timeClaim(source)).toEqual({ kind: 'early', at: Number(source) * 1000 })
})

test.each([
  ['1795392012000', 'milliseconds'],
  ['1795392012000000', 'microseconds'],
  ['1795392012000000000', 'nanoseconds'],
])('%s is a time in %s', (source, unit) => {
  expect(timeClaim(source)).toEqual({ kind: 'smaller_unit', unit, at: 1_795_392_012_000 })
})

test('a number in quotes is a time of the wrong type', () => {
  expect(timeClaim('"1795392012"')).toEqual({ kind: 'string', time: { kind: 'time', at: 1_795_392_012_000 } })
})

test.each(['1795392012', '1795392012.0', '1.795392012e9'])('%s is a time in seconds', (source) => {
  expect(timeClaim(source)).toEqual({ kind: 'time', at: 1_795_392_012_000 })
})

test('where milliseconds are meant, in quotes or not, they are what is read', () => {
  expect(timeClaim('"1795392012000"', 'milliseconds')).toEqual({ kind: 'time', at: 1_795_392_012_000 })
  expect(timeClaim('1795392012', 'milliseconds')).toEqual({ kind: 'not_a_time' })
})

test('the meant time is the same in each unit that it may come in', () => {
  for (const source of ['1795392012', '"1795392012"', '1795392012000'])
    expect(meantTime(timeClaim(source))).toBe(1_795_392_012_000)
  expect(meantTime(timeClaim('1e99'))).toBeNull()
  expect(meantTime(null)).toBeNull()
})
