import { expect, test } from 'vitest'
import { importProblemText } from '../../../electron/wording/import/problems.ts'
import { type FileReading, readEnvironments } from '../../../electron/core/importing/read-environments.ts'

const json = JSON.stringify

test.each([
  ['a key set (JWKS)', json({ keys: [] })],
  ['a token response', json({ access_token: 'c4nary' })],
])('%s is refused by its name, and nothing in it is quoted', async (kind, text) => {
  const reading = await readEnvironments(text)
  if (reading.ok) throw new Error('it was read')
  expect(importProblemText(reading.problem)).toContain(`It is ${kind}. `)
  expect(importProblemText(reading.problem)).not.toMatch(/c4nary|as\.example/)
})

const textOf = (reading: FileReading) => (reading.ok ? '' : importProblemText(reading.problem))

test.each([
  ['a member of a prototype', '{"constructor":{}}'],
  ['a member that only looks like one', json({ openapi: 3 })],
])('%s names no other tool', async (_, text) => {
  const reading = await readEnvironments(text)
  expect(textOf(reading)).toContain('it does not say its format')
})

test('JSON of ours that was cut short is not taken for another file', async () => {
  const reading = await readEnvironments('{\n"name": "x",\nCLIENT_ID=1')
  expect(textOf(reading)).toContain('This is not JSON.')
})
