import { expect, test } from 'vitest'
import { noteStateText } from '../../../renderer/features/history/entry/note/note-state-text.ts'
import { rowsOf } from '../../../renderer/features/history/entry/note/rows-of.ts'

test.each([
  ['nothing was typed', { kind: 'kept' }, 10, ''],
  ['it is kept', { kind: 'saved' }, 10, 'Saved'],
  ['it is near the limit', { kind: 'saved' }, 19_000, 'Saved · 19,000 of 20,000 characters'],
  ['it is a megabyte', { kind: 'too_long' }, 1_000_000, 'Not saved: 1,000,000 characters, at most 20,000'],
  ['its exchange is gone', { kind: 'gone' }, 10, 'Not saved: this exchange is not recorded'],
  ['the disk is full', { kind: 'failed', message: 'The disk is full.' }, 10, 'Not saved: The disk is full.'],
] as const)('of a note it is said when %s', (_name, state, characters, expected) => {
  expect(noteStateText(state, characters)).toBe(expected)
})

test.each([
  ['nothing', '', 2],
  ['three lines', 'a\nb\nc', 3],
  ['one long line', 'a'.repeat(100), 3],
  ['a megabyte', 'a'.repeat(1_000_000), 8],
])('a note of %s has room', (_name, text, rows) => {
  expect(rowsOf(text)).toBe(rows)
})
