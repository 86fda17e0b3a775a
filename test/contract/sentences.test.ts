import { expect, test } from 'vitest'
import { findingText } from '../../electron/contract/finding-sentences.ts'
import { findingSchema } from '../../electron/contract/finding.ts'

test.each(findingSchema.shape.code.options)('%s has a title and a sentence, also without evidence', (code) => {
  const { title, sentence } = findingText({ code, severity: 'info', section: null, evidence: { detail: 'x' } })
  expect(title).not.toBe('')
  expect(sentence).not.toMatch(/undefined|null/)
})
