import { expect, test } from 'vitest'
import { azureProblem } from '../../../../electron/core/secrets/sources/azure-problem.ts'
import { newJournal } from '../../../../electron/core/secrets/sources/sdk-exchange.ts'
import { problemSentence } from '../../../../electron/wording/problems.ts'

const source = {
  kind: 'azure_key_vault',
  vaultUrl: 'https://name.vault.azure.net',
  secretName: 'api',
  version: '',
} as const
const sentenceOf = (error: Error) => problemSentence(azureProblem(error, source, newJournal()))

test('where Azure says nothing, nothing is quoted', () => {
  expect(sentenceOf(new Error(''))).toBe('https://name.vault.azure.net gave no secret. Check that it is a key vault.')
})

test('what Azure says is quoted', () => {
  expect(sentenceOf(new Error('Out of order'))).toMatch(/ Azure says: Out of order$/)
})
