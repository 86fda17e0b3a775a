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

const timeout = { code: 'timeout', phase: 'wait', host: 'vault.example', port: 8200, nodeCode: null } as const

test('a problem with a cause says both, and one of the network what happened to the request', () => {
  const failure = { ...timeout, evidence: {} }
  const unreachable: Problem = { code: 'source_unreachable', evidence: { trust: 'source' }, failure }
  expect(problemSentence(unreachable)).toBe(
    'Time limit reached: vault.example:8200, while waiting for the answer. The server stopped responding.',
  )
  const cause: Problem = { code: 'passphrase_needed', evidence: {} }
  expect(problemSentence({ code: 'stored_secret_unreadable', evidence: { secret: 'client_secret' }, cause })).toBe(
    'Client secret could not be read. The stored secrets are locked. Enter the passphrase.',
  )
})

test.each([
  ['tls_unknown_ca', 'source', 'enter its certificate as the CA file of this source.'],
  ['tls_unknown_ca', 'system', 'install the certificate of its authority among those that this computer trusts.'],
  ['tls_client_certificate', 'source', 'Client certificates are not presented to the sources of secrets.'],
  ['proxy_refused', 'source', 'Check the proxy of this computer: the sources of secrets are asked through it.'],
] as const)('of %s at a %s the advice holds for sources of secrets', (code, trust, advice) => {
  const failure = { ...timeout, code, evidence: {} }
  expect(problemSentence({ code: 'source_unreachable', evidence: { trust }, failure })).toContain(advice)
})
