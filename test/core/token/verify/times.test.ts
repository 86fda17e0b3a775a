import { expect, test } from 'vitest'
import { checkSentence } from '../../../../electron/wording/checks/sentences.ts'
import { checkTimes } from '../../../../electron/core/token/verify/checks/times.ts'
import { readJsonObject } from '../../../../electron/core/json/json.ts'
import { now } from '../../../support/signed-tokens.ts'

const tenMinutes = 600

function check(claims: string, offset: number | null = null, at = now) {
  const reading = readJsonObject(claims)
  if (reading.kind !== 'object') throw new Error('These are no claims.')
  return checkTimes(reading.object, { now: at * 1000, offset: offset === null ? null : offset * 1000 })
}

test.each([
  ['a token that ends now has ended', `{"exp":${now}}`, 'failed', 'expired', '0'],
  ['a token that ends in a second has not', `{"exp":${now + 1}}`, 'passed', 'within_times', '1'],
  ['a token that ended ten minutes ago', `{"exp":${now - tenMinutes}}`, 'failed', 'expired', '600'],
  ['nbf within a minute', `{"nbf":${now + 60},"exp":${now + 90}}`, 'passed', 'within_times', '90'],
  ['nbf beyond a minute', `{"nbf":${now + 61},"exp":${now + 90}}`, 'failed', 'not_yet_valid', '61'],
  ['iat within a minute', `{"iat":${now + 60},"exp":${now + 90}}`, 'passed', 'within_times', '90'],
  ['iat ten minutes ahead', `{"iat":${now + tenMinutes},"exp":${now + 900}}`, 'noted', 'issued_in_future', '600'],
])('J7: %s', (_name, claims, result, reason, seconds) => {
  expect(check(claims)).toMatchObject({ result, reason, evidence: { seconds } })
})

test('J7: the skew is said, either way', () => {
  const ahead = check(`{"exp":${now - 60}}`, tenMinutes)
  expect(ahead).toMatchObject({ reason: 'expired', evidence: { clockOffset: '600', clocksDisagree: 'yes' } })
  expect(checkSentence(ahead)).toBe(
    'expired 60 s ago by the server’s clock, which is 10 min ahead of this computer’s. By this computer’s clock it has not expired yet',
  )
  const behind = check(`{"exp":${now + 60}}`, -tenMinutes)
  expect(checkSentence(behind)).toBe(
    'valid for 60 s more by the server’s clock, which is 10 min behind this computer’s',
  )
  expect(check(`{"exp":${now - 900}}`, tenMinutes).evidence).not.toHaveProperty('clocksDisagree')
  expect(checkSentence(check(`{"exp":${now + 60}}`))).toBe('valid for 60 s more by this computer’s clock')
})

test.each(['exp', 'nbf', 'iat'])(
  'J7: milliseconds for seconds are recognised in %s, and the unit is suggested',
  (name) => {
    const judged = check(`{"${name}":${now}000}`)
    expect(judged).toMatchObject({ result: 'failed', reason: 'milliseconds', evidence: { name, source: `${now}000` } })
    expect(checkSentence(judged)).toBe(
      `${name} is ${now}000, too large for seconds; the unit seems to be milliseconds (2027-01-15T08:00:00.000Z). Divide by 1000`,
    )
  },
)

test.each([
  ['a string', `"${now + 60}"`, 'time_not_number'],
  ['null', 'null', 'time_not_number'],
  ['an object', '{}', 'time_not_number'],
  ['1e400', '1e400', 'time_out_of_range'],
  ['more than milliseconds could be', '9007199254740993000', 'time_out_of_range'],
  ['negative', '-1', 'time_negative'],
])('J7: exp that is %s is named as it was sent', (_name, source, reason) => {
  const judged = check(`{"exp":${source}}`)
  expect(judged).toMatchObject({ result: 'failed', reason, evidence: { name: 'exp', source } })
  expect(checkSentence(judged)).toContain(`exp is ${source}`)
})

test('J7: a fraction is allowed, and named', () => {
  expect(check(`{"exp":${now + 60}.5}`)).toMatchObject({
    result: 'noted',
    reason: 'time_fractional',
    evidence: { name: 'exp', source: `${now + 60}.5` },
  })
  expect(check(`{"exp":${now}.0}`).reason).toBe('expired')
})

test('a token without exp is not called valid', () => {
  expect(check('{}')).toMatchObject({ result: 'noted', reason: 'expiry_missing' })
})
