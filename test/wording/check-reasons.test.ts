import { expect, test } from 'vitest'
import { checks } from '../../electron/catalogue/checks.ts'
import type { CheckEntry } from '../../electron/catalogue/checks/entry.ts'
import { checkReasons } from '../../electron/contract/check-reasons.ts'
import { checkSentence } from '../../electron/wording/checks/sentences.ts'
import { emptyPlacesOf } from './empty-places.ts'
import { fewAndAll } from './sample-evidence.ts'

/** What is left over where evidence or words are missing, or were put together wrongly. */
const leftOver = /undefined|null|\[object|NaN|\s[,;.:]|[,:] ?[,.]|“\s*”|""| {2}|\(\s*\)|\bis [,.]|\.\.|^\s|[\s.]$|^$/

test.each(checkReasons)('the sentence of %s has nothing left over, with little evidence and with all', (reason) => {
  const entry: CheckEntry = checks[reason]
  const texts = fewAndAll(entry).map((evidence) => checkSentence({ reason, evidence }))
  expect(texts.filter((text) => leftOver.test(text))).toEqual([])
  // A name in braces is a sample, and a code of one word, such as "expired", is a word as well.
  const words = new Set(texts.flatMap((text) => text.replaceAll(/\{\w+\}/g, '').split(/[^\w.]+/)))
  expect(checkReasons.filter((code) => code.includes('_') && words.has(code))).toEqual([])
})

test.each(checkReasons)('the sentence of %s has no empty place, with the evidence that it always has', (reason) => {
  const [few = {}] = fewAndAll(checks[reason])
  expect(emptyPlacesOf(few, (evidence) => [checkSentence({ reason, evidence })])).toEqual([])
})

test('a check that did not run passed nothing: a reason never both passes and fails', () => {
  const entries: readonly CheckEntry[] = Object.values(checks)
  const unsure = entries.filter(({ result }) => typeof result !== 'string' && result.includes('passed'))
  expect(unsure).toEqual([])
})
