import { expect, test } from 'vitest'
import type { ReviewEntry } from '../../../electron/catalogue/review/entry.ts'
import { reviewEntries } from '../../../electron/catalogue/review.ts'
import { type ReviewCode, reviewCodes } from '../../../electron/contract/review-codes.ts'
import { reviewText } from '../../../electron/wording/review.ts'
import { emptyPlacesOf } from '../empty-places.ts'
import { fewAndAll } from '../sample-evidence.ts'

/** Every code with the evidence that it always has, with all that it may have, and with each value of a closed list. */
const written = reviewCodes.flatMap((code) => {
  const entry: ReviewEntry = reviewEntries[code]
  return fewAndAll(entry).map((evidence) => ({ code, evidence, words: reviewText({ code, evidence }) }))
})

const textsOf = ({ words: { line, why, advice } }: (typeof written)[number]): string[] =>
  [line, why, advice].flatMap((text) => text ?? [])

const failing = (isWrong: (one: (typeof written)[number]) => boolean): ReviewCode[] => [
  ...new Set(written.filter(isWrong).map(({ code }) => code)),
]

/** By a capital, a number or a name as it is on the wire. */
const isBegun = (text: string): boolean => /^(?:[A-Z“{\d]|(?:alg|aud|https) )/.test(text)

test('no sentence of a review has an empty place', () => {
  const empty = written.flatMap(({ code, evidence }) =>
    emptyPlacesOf(evidence, (given) => {
      const { line, why, advice = '' } = reviewText({ code, evidence: given })
      return [line, why, advice]
    }).map((text) => `${code}: ${text}`),
  )
  expect(empty).toEqual([])
})

test('a line is short, begins with a capital or a name, and has no full stop', () => {
  expect(failing(({ words: { line } }) => line.endsWith('.') || line.length > 110 || !isBegun(line))).toEqual([])
})

test('why and what to do are sentences', () => {
  const isNone = (text: string): boolean => !isBegun(text) || !/[.?”]$/.test(text)
  expect(failing(({ words: { why, advice } }) => isNone(why) || (advice !== undefined && isNone(advice)))).toEqual([])
})

test('what there is to act on says what to do', () => {
  const isOpen = (code: ReviewCode): boolean => ['to_improve', 'at_risk'].includes(reviewEntries[code].status)
  expect(failing(({ code, words }) => isOpen(code) && words.advice === undefined)).toEqual([])
})

test('no sentence has a double space, a space before a mark, or a value that is none', () => {
  expect(failing((one) => textsOf(one).some((text) => /  | [.,;:](?: |$)|undefined|NaN|null/.test(text)))).toEqual([])
})

test('what is advised of a probe that cannot be sent is what lets it be sent', () => {
  const words = reviewText({ code: 'changed_token_not_probed', evidence: { cannot: 'no_safe_call' } })
  expect(words.line).toBe('Signature cannot be probed: no saved GET or HEAD call uses the token of this environment')
  expect(words.advice).toMatch(/^Save a GET call of the API/)
  expect(reviewText({ code: 'changed_token_not_probed', evidence: {} }).advice).toBe('Run the probe.')
})

test('to run a probe again is advised only where it may show more', () => {
  const advice = (why: string) => reviewText({ code: 'wrong_audience_unclear', evidence: { why } }).advice
  expect(advice('opaque_token')).toMatch(/^Ask the operator of the API/)
  expect(advice('same_audience')).toMatch(/name another audience/)
  expect(advice('no_answer')).toMatch(/run it again once they go through/)
})
