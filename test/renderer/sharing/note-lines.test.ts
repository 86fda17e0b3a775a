import { describe, expect, it } from 'vitest'
import type { ImportNote } from '../../../electron/contract/import-note.ts'
import { noteLinesOf, someOf } from '../../../renderer/features/sharing/import/note-lines.ts'

const scripts = (call: string, pointer: string): ImportNote => ({
  fact: { code: 'scripts_not_run', evidence: { count: 1 } },
  place: { file: '', line: null, pointer },
  call,
})

describe('what was not understood', () => {
  it('is said once, with what became of it, its calls and its places', () => {
    expect(noteLinesOf([scripts('One', '/item/0'), scripts('Two', '/item/1'), scripts('One', '/item/0')], [])).toEqual([
      {
        key: 'Has a script. Scripts are never run and were left out.',
        title: 'Has a script',
        fate: 'Scripts are never run and were left out.',
        calls: ['One', 'Two'],
        places: ['/item/0', '/item/1'],
      },
    ])
  })

  it('names no file as a place that its sentence begins with', () => {
    const note: ImportNote = {
      fact: { code: 'file_not_recognized', evidence: { name: 'README.md' } },
      place: { file: 'README.md', line: null, pointer: null },
      call: '',
    }
    expect(noteLinesOf([note], [])).toMatchObject([
      { title: 'README.md was not recognized, so it was not used', places: [] },
    ])
  })

  it('names members that this version does not know', () => {
    expect(noteLinesOf([], ['environments[0].later'])).toMatchObject([{ title: 'environments[0].later', calls: [] }])
  })

  it('names the first few of many', () => {
    expect(someOf(['a', 'b', 'c'])).toBe('a, b, c')
    expect(someOf(['a', 'b', 'c', 'd', 'e'], (one) => `“${one}”`)).toBe('“a”, “b”, “c” and 2 more')
  })
})
