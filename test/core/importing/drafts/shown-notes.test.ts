import { expect, test } from 'vitest'
import { draft, made, place } from './some-drafts.ts'
import { mostImported } from '../../../../electron/vocabulary/import-formats.ts'
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

test('of very many notes the first are shown, and the others counted', () => {
  const notes = Array.from({ length: mostImported.notes + 3 }, (_, index) => {
    const fact: ImportFact = { code: 'variable_switched_off', evidence: { name: `v${index}` } }
    return { fact, place, call: '' }
  })
  const shownNotes = made(draft({ notes })).notes
  expect(shownNotes).toHaveLength(mostImported.notes + 1)
  expect(shownNotes.at(-1)?.fact).toEqual({ code: 'notes_left_out', evidence: { count: 3 } })
})

test('the name of a call is cut', () => {
  expect(shown({ code: 'token_in_query', evidence: {} }, 'x'.repeat(500))).toEqual([[undefined, 'x'.repeat(200)]])
})
