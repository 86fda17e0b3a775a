import { describe, expect, it } from 'vitest'
import { neededVariables } from '../../../renderer/features/sharing/import/needed-variables.ts'
import { importItem } from './import-item.ts'

const here = [
  { id: 'a', name: 'Shop' },
  { id: 'b', name: 'Bank' },
]

describe('secret variables that an import left without a value', () => {
  it('are those of what came in, by environment', () => {
    const items = [
      importItem({ id: 'a', name: 'Shop', missingVariables: ['key', 'pin'] }),
      importItem({ id: 'b', name: 'Bank', missingVariables: ['key'] }),
    ]
    expect(neededVariables(items, new Set(['a']), here)).toEqual([{ environment: here[0], names: ['key', 'pin'] }])
  })

  it('are found for an environment that calls were added to', () => {
    const calls = importItem({ id: 'x', kind: 'calls', existing: { id: 'b', name: 'Bank' }, missingVariables: ['key'] })
    expect(neededVariables([calls], new Set(['b']), here)).toEqual([{ environment: here[1], names: ['key'] }])
  })

  it('are none where each has a value', () => {
    expect(neededVariables([importItem({ id: 'a' })], new Set(['a']), here)).toEqual([])
  })
})
