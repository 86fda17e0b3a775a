import { expect, test } from 'vitest'
import { problems } from '../../electron/catalogue/problems.ts'
import { problemSentence } from '../../electron/wording/problems.ts'
import { producedProblems } from './produced/problems.ts'

const produced = await producedProblems()
const sentences = produced.map((problem) => `${problem.code}: ${problemSentence(problem)}`)

test('every code of a problem is produced by core', () => {
  const codes = new Set<string>(produced.map(({ code }) => code))
  expect(Object.keys(problems).filter((code) => !codes.has(code))).toEqual([])
})

test('no evidence of a problem is empty, so that no sentence has an empty place', () => {
  const blank = produced.flatMap(({ code, evidence }) =>
    Object.entries(evidence).flatMap(([name, value]) => (value.trim() === '' ? [`${code}: ${name}`] : [])),
  )
  expect(blank).toEqual([])
})

test('no sentence of a problem has the remains of a value that is none, or a gap', () => {
  const odd = /undefined|\[object|NaN|\s[.,;]|[,:] ?[,.]|"\s*"| {2}|\(\s*\)|\bis [,.]/
  expect([...new Set(sentences.filter((text) => odd.test(text)))]).toEqual([])
})

test('a problem is said in whole sentences, without the words that WORDING.md drops', () => {
  const whole = /^\w+: (?:[A-Z0-9]|[a-z][\w#]* )[^]*[.…]$/
  const tics = /\b(?:told|whatever|anew|stands?|by now|of its own|to the letter|must needs|shall)\b/i
  expect(sentences.filter((text) => !whole.test(text) || tics.test(text))).toEqual([])
})
