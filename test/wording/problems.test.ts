import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Problem, ProblemCode } from '../../electron/contract/problem.ts'
import { problemSentence } from '../../electron/wording/problems.ts'
import { problemExamples } from './problem-examples.ts'

const examples: Problem[] = codesOf(problemExamples).flatMap((code) =>
  problemExamples[code].map((evidence) => ({ code, evidence: { ...evidence } })),
)
const sentences = examples.map((problem) => `${problem.code}: ${problemSentence(problem)}`)

function codesOf(table: Readonly<Record<ProblemCode, unknown>>): ProblemCode[] {
  const isCode = (name: string): name is ProblemCode => Object.hasOwn(table, name)
  return Object.keys(table).filter(isCode)
}

test('every code of a problem is made somewhere in core', () => {
  const core = path.join(import.meta.dirname, '../../electron/core')
  const source = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(core, name), 'utf8'))
    .join('\n')
  expect(codesOf(problemExamples).filter((code) => !source.includes(`'${code}'`))).toEqual([])
})

test('no sentence of a problem has the remains of a value that is none, an empty place or a gap', () => {
  const odd = /undefined|null|\[object|NaN|\s[.,;]|[,:] ?[,.]|"\s*"| {2}|\(\s*\)|\bis [,.]/
  expect(sentences.filter((text) => odd.test(text))).toEqual([])
})

test('a problem is said in whole sentences, without the words that we dropped', () => {
  const whole =
    /^\w+: (?:[A-Z]|private_key_jwt |client_secret_jwt |client_secret ).*(?:\.|\.pem|PKCS12|<file of the copy>|~\/…)$/i
  const dropped = /\b(?:told|whatever|anew|stands?|by now|of its own|to the letter|none was had)\b/i
  expect(sentences.filter((text) => !whole.test(text) || dropped.test(text))).toEqual([])
})

test('a problem in a member of JSON names the member', () => {
  expect(problemSentence({ code: 'private_key_cut_off', evidence: {}, member: 'a.b' })).toBe(
    'In the member "a.b": This private key is damaged or cut off. Copy it from BEGIN to END.',
  )
})
