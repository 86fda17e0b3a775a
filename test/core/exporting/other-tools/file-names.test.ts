import { expect, test } from 'vitest'
import { fileNames } from '../../../../electron/core/exporting/other-tools/file-names.ts'

test.each([
  ['Orders/List: "all"?', 'Orders-List- -all--'],
  ['../..', '-'],
  [' . ', '-'],
  ['.hidden', 'hidden'],
  ['a\u0000b\nc', 'a-b-c'],
  ['half \ud83d of a pair', 'half - of a pair'],
  ['con', 'con-'],
  ['Con.old', 'Con-.old'],
  ['COM¹', 'COM¹-'],
  ['console', 'console'],
])('%j becomes %j', (name, expected) => {
  expect(fileNames()(name)).toBe(expected)
})

test('a name is once in any case, and in any form of Unicode', () => {
  const nameOf = fileNames(['folder'])
  const given = ['Caf\u00e9', 'CAFE\u0301', 'cafe', 'Folder', 'folder 2']
  expect(given.map(nameOf)).toEqual(['Caf\u00e9', 'CAF\u00c9 2', 'cafe', 'Folder 2', 'folder 2 2'])
})

test('a long name is no longer than a file system takes, and no character is cut', () => {
  const name = fileNames()('生'.repeat(200))
  expect(name).toBe('生'.repeat(60))
  expect(fileNames()('👩'.repeat(200)).isWellFormed()).toBe(true)
})
