import { expect, test } from 'vitest'
import { draft, made, place } from './some-drafts.ts'
import type { ImportFact } from '../../../../electron/contract/import-note.ts'

const shown = (fact: ImportFact, call = '') =>
  made(draft({ notes: [{ fact, place, call }] })).notes.map((note) => [Object.values(note.fact.evidence)[0], note.call])
const random = 'Zx8Qm2Lp7Rt4Vn9Kb3Wd6Yf1'

test.each<[string, ImportFact, unknown]>([
  ['an empty name is said to be empty', { code: 'variable_switched_off', evidence: { name: ' ' } }, '""'],
  ['a long text is cut', { code: 'other_grant', evidence: { grant: 'x'.repeat(5000) } }, `${'x'.repeat(300)}…`],
  ['what looks like a secret is not shown', { code: 'expression', evidence: { text: `f(${random})` } }, 'f(•••)'],
  ['in a list neither', { code: 'no_client', evidence: { grants: [random, ''] } }, ['•••', '""']],
  ['names of files are often random', { code: 'file_not_read', evidence: { name: `${random}.pem` } }, `${random}.pem`],
])('in notes %s', (_what, fact, expected) => {
  expect(shown(fact)).toEqual([[expected, '']])
})

test('the name of a call is cut', () => {
  expect(shown({ code: 'token_in_query', evidence: {} }, 'x'.repeat(500))).toEqual([[undefined, 'x'.repeat(200)]])
})
