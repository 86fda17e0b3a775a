import { expect, test } from 'vitest'
import { readForeign } from '../../../electron/core/importing/read-foreign.ts'
import { refusalOf } from '../../support/import-refusal.ts'

test('a file of a known format with nothing in it, not even something to note, is refused by name', () => {
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'
  const text = JSON.stringify({ info: { name: 'a', schema }, item: [] })
  expect(refusalOf(() => readForeign([{ path: 'a.json', text }], () => 'id'))).toBe('nothing_in_it')
})
