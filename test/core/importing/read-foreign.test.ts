import { expect, test } from 'vitest'
import { readForeign } from '../../../electron/core/importing/read-foreign.ts'

const known = { path: '.env', text: 'TOKEN_URL=https://as.example/token\nCLIENT_ID=orders\n' }

test.each([
  ['orders.json', '{\n  "a": 1,', 'file_damaged', 2],
  ['orders.yaml', 'a: [1\nb: }', 'file_damaged', 2],
  ['README.md', '[link](a)', 'file_not_recognized', null],
  ['orders.txt', 'hello', 'file_not_recognized', null],
])('%s beside a file that is read is noted for what it is', (path, text, code, line) => {
  const read = readForeign([known, { path, text }], () => 'id')
  expect(read?.environments).toHaveLength(1)
  expect(read?.notes.filter(({ place }) => place.file === path)).toEqual([
    { fact: { code, evidence: { name: path } }, place: { file: path, line, pointer: null }, call: '' },
  ])
})
