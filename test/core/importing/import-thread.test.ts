import { expect, test } from 'vitest'
import { readInThread, readingLimits } from '../../../electron/core/importing/import-thread.ts'

const forever = new AbortController().signal
const file = (text: string, path = '') => ({ path, text })
const dotenv = 'TOKEN_URL=https://as.example/token\nCLIENT_ID=orders\nCLIENT_SECRET=secret\n'
const quiet = () => {}

test('what is read in the thread comes whole', async () => {
  const reading = await readInThread([file(dotenv, '.env'), file('hello', 'notes.txt')], forever, quiet)
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading))
  const { environments, carried, sources, notes } = reading.read
  expect(environments.map(({ value }) => value.client_id)).toEqual(['orders'])
  expect(Object.values(carried)).toEqual([{ client_secret: 'secret' }])
  expect(sources).toMatchObject([{ format: 'dotenv' }])
  expect(notes.map(({ fact }) => fact.code)).toContain('file_not_recognized')
})

test('a text of no known format is unknown', async () => {
  expect(await readInThread([file('hello')], forever, quiet)).toEqual({ kind: 'unknown' })
})

test('a cancelled reading ends its thread', async () => {
  expect(await readInThread([file(dotenv)], AbortSignal.abort(), quiet)).toEqual({ kind: 'cancelled' })
  const slow = file(`a: ${'[x,'.repeat(3_000_000)}`, 'slow.yaml')
  expect(await readInThread([slow], AbortSignal.timeout(20), quiet)).toEqual({ kind: 'cancelled' })
})

test('reading that takes too long is ended and named', async () => {
  const reading = await readInThread([file(dotenv)], forever, quiet, { ...readingLimits, seconds: 0.001 })
  expect(reading).toEqual({ kind: 'refused', problem: { code: 'took_too_long', evidence: { seconds: 0.001 } } })
})

test('reading that takes too much memory is ended and named', async () => {
  const text = `a: [${'x, '.repeat(1_000_000)}x]`
  const reading = await readInThread([file(text, 'a.yaml')], forever, quiet, { ...readingLimits, memory: 32 })
  expect(reading).toEqual({ kind: 'refused', problem: { code: 'reader_ended', evidence: {} } })
})

test.each([
  ['10,000,000 values', `[${'[],'.repeat(10_000_000)}1]`, 'too_many_values'],
  ['1,000,000 requests', `{"item":[${'{"name":"a","request":{"url":"u"}},'.repeat(1_000_000)}{}]}`, 'too_many_values'],
  ['200,000 brackets', '['.repeat(200_000), 'nested_too_deep'],
  ['200,000 objects in one another', '{"a":'.repeat(200_000), 'nested_too_deep'],
  ['10,000,000 lines', '\n'.repeat(10_000_000), 'too_many_lines'],
])('a text of %s is refused by name, and the app goes on', async (_what, text, code) => {
  expect(await readInThread([file(text)], forever, quiet)).toMatchObject({ kind: 'refused', problem: { code } })
})

test('marks of JSON within its strings count for nothing', async () => {
  const body = `${'[{,:'.repeat(2_000_000)}\\"`
  const reading = await readInThread([file(JSON.stringify({ body }))], forever, quiet)
  expect(reading).toEqual({ kind: 'unknown' })
})
