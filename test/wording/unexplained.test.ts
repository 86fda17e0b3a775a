import { expect, test } from 'vitest'
import { linesOfDiagnosis } from '../../electron/cli/diagnosis-lines.ts'
import { unexplainedText } from '../../electron/wording/diagnosis/unexplained.ts'

test('where nothing wrong was found is said within the sentence, and names keep their capitals', () => {
  const text = unexplainedText([
    { check: 'scope', result: 'ruled_out' },
    { check: 'proof_of_possession', result: 'ruled_out' },
    { check: 'status', result: 'not_known' },
  ])
  expect(text).toContain('Nothing wrong was found in: scopes; DPoP and certificate binding.')
})

test('a request that failed on the way is explained by its failure, not called unknown', () => {
  const checked = [{ check: 'status', result: 'not_known' }] as const
  expect(linesOfDiagnosis({ kind: 'unreachable', findings: [], checked }).join()).not.toContain('cause is not known')
  expect(linesOfDiagnosis({ kind: 'refused', findings: [], checked }).join()).toContain('cause is not known')
})
