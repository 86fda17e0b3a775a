import { expect, test } from 'vitest'
import type { ImportFact } from '../../electron/contract/import-note.ts'
import { importFactText } from '../../electron/wording/import/notes.ts'
import { importProblemText } from '../../electron/wording/import/problems.ts'

const problem = 'A header needs a name'

test.each<[ImportFact, string]>([
  [
    { code: 'not_a_url', evidence: { field: 'token_endpoint', text: 'test' } },
    'Token endpoint is not an absolute URL: test. It was not used.',
  ],
  [
    { code: 'placeholder', evidence: { field: 'client_secret' } },
    'Client secret looks like a placeholder. Enter the real value.',
  ],
  [
    { code: 'value_left_out', evidence: { field: 'headers', problem } },
    'Headers: a value was left out. A header needs a name.',
  ],
  [
    { code: 'value_left_out', evidence: { field: 'query', problem } },
    'Query: a value was left out. A header needs a name.',
  ],
])('a note calls a field as the screen does: %o', (fact, text) => {
  expect(importFactText(fact)).toBe(text)
})

test('a problem with a changed setting calls it as the screen does', () => {
  const evidence = { name: 'Orders', field: 'token_endpoint', message: 'Enter a URL' }
  expect(importProblemText({ code: 'setting_invalid', evidence })).toBe(
    'Token endpoint of "Orders" cannot be used: Enter a URL. Nothing was imported.',
  )
})

test.each([
  ['awsv4', 'Uses AWS Signature. Imported without authorization.'],
  ['NTLM', 'Uses NTLM. Imported without authorization.'],
  ['x-custom', 'Uses x-custom. Imported without authorization.'],
])('an authorization that a file calls %s has a name that people know', (type, text) => {
  expect(importFactText({ code: 'other_authorization', evidence: { type } })).toBe(text)
})
