import { describe, expect, it } from 'vitest'
import { saveEach, type SavedOne } from '../../../renderer/features/sharing/import/save-each.ts'

const saved: SavedOne = { kind: 'saved', secrets: 2 }
const locked = { kind: 'locked', protection: 'passphrase', backend: '', stored: 1 } as const

describe('saving the secrets of several environments', () => {
  it('goes on after one that fails, and says which and why', async () => {
    const result = await saveEach(['a', 'b', 'c'], async (id) => {
      if (id === 'b') throw new Error('The disk is full.')
      return saved
    })
    expect(result).toEqual({ saved: 4, failures: new Map([['b', 'The disk is full.']]), notKept: null })
  })

  it('stops where no secret can be stored, and counts what was saved before', async () => {
    const tried: string[] = []
    const result = await saveEach(['a', 'b', 'c'], async (id) => {
      tried.push(id)
      return id === 'b' ? { kind: 'not_kept', storage: locked } : saved
    })
    expect(tried).toEqual(['a', 'b'])
    expect(result).toEqual({ saved: 2, failures: new Map(), notKept: locked })
  })
})
