import { expect, test } from 'vitest'
import { findingText } from '../../../../electron/wording/findings.ts'
import { diagnosisOf } from '../../../diagnosis/diagnosis-of.ts'
import { recordSchema } from '../../../diagnosis/record.ts'

/** What is said first of a token request that a web page answered with 404. */
async function sentenceOf(title: string): Promise<string> {
  const record = recordSchema.parse({
    name: title,
    from: 'documented: this test',
    step: 'token',
    request: {
      method: 'POST',
      url: 'https://as.example/connect/token2',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: 'grant_type=client_credentials&client_id=app&client_secret=dummy',
    },
    response: {
      status: 404,
      headers: [['Content-Type', 'text/html']],
      body: `<html><title>${title}</title><h1>${title}</h1></html>`,
    },
    cause: null,
  })
  const [first] = (await diagnosisOf(record)).findings
  if (first === undefined) throw new Error('Nothing was found.')
  return findingText(first).sentence
}

test('a page without a product’s title is not called the start page of a product', async () => {
  const sentence = await sentenceOf('Page not found')
  expect(sentence).toContain('titled “Page not found”')
  expect(sentence).not.toContain('start page')
})
