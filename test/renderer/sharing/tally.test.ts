import { describe, expect, it } from 'vitest'
import { noImportEdits } from '../../../electron/catalogue/no-import-edits.ts'
import {
  type Counted,
  importLabel,
  obstacleOf,
  outlookOf,
  tallyOf,
} from '../../../renderer/features/sharing/import/preview/tally.ts'
import { importItem } from './import-item.ts'

const counted = (change: Partial<Counted>) =>
  tallyOf({
    items: [],
    choices: {},
    edits: noImportEdits,
    hasSharedCalls: false,
    callsOf: ({ apiCalls }) => apiCalls,
    ...change,
  })

describe('what an import would do', () => {
  it('is nothing for an empty file, and for one whose conflicts are kept as they are', () => {
    expect(outlookOf(counted({}), 0).title).toBe('The file holds no environment')
    const kept = counted({ items: [importItem({ id: 'a', status: 'same_id' })] })
    expect(outlookOf(kept, 1)).toMatchObject({ title: 'Nothing would change' })
    expect(outlookOf(kept, 1).reason).toBe('1 conflict. Choose Replace or Both to import it.')
    const same = counted({ items: [importItem({ status: 'unchanged' })] })
    expect(outlookOf(same, 1).reason).toBe('Nothing of the file would be imported.')
    expect(importLabel(kept)).toBe('Import 0 environments')
    expect(obstacleOf(kept, 0)).toBe('Nothing is chosen')
  })

  it('counts what is added and what is replaced, as chosen', () => {
    const items = [
      importItem({ id: 'a' }),
      importItem({ id: 'b', status: 'same_id' }),
      importItem({ id: 'c', status: 'same_name' }),
      importItem({ id: 'd', status: 'unchanged' }),
      importItem({ id: 'e' }),
    ]
    const edits = { ...noImportEdits, environmentsLeftOut: ['e'] }
    expect(outlookOf(counted({ items, edits, choices: { b: 'replace', c: 'both' } }), 5)).toEqual({
      title: '2 environments will be added, 1 environment will be replaced',
      reason: 'Nothing has changed yet. 2 conflicts. The whole import can be undone in one step.',
    })
  })

  it('counts calls that environments share once', () => {
    const items = [importItem({ id: 'a', apiCalls: 14 }), importItem({ id: 'b', apiCalls: 14 })]
    expect(importLabel(counted({ items, hasSharedCalls: true }))).toBe('Import 2 environments and 14 calls')
    expect(importLabel(counted({ items }))).toBe('Import 2 environments and 28 calls')
  })

  it('waits for an environment for calls that have none, and adds them to one that is here without a new one', () => {
    const items = [importItem({ id: 'a', kind: 'calls', apiCalls: 4 })]
    expect(obstacleOf(counted({ items }), 0)).toBe('Choose an environment')
    expect(importLabel(counted({ items }))).toBe('Import 4 calls')
    expect(outlookOf(counted({ items }), 1).title).toBe('4 calls need an environment')
    const here = counted({ items, edits: { ...noImportEdits, targets: { a: 'shop' } } })
    expect(importLabel(here)).toBe('Import 4 calls')
    expect(outlookOf(here, 1).title).toBe('4 calls will be added')
    expect(obstacleOf(here, 0)).toBe(null)
    const fresh = counted({ items, edits: { ...noImportEdits, targets: { a: null } } })
    expect(importLabel(fresh)).toBe('Import 1 environment and 4 calls')
  })

  it('does not wait for calls that are left out', () => {
    const items = [importItem({ id: 'a', kind: 'calls', apiCalls: 4 }), importItem({ id: 'b' })]
    expect(obstacleOf(counted({ items, edits: { ...noImportEdits, environmentsLeftOut: ['a'] } }), 0)).toBe(null)
  })

  it('waits until what breaks a rule is corrected', () => {
    expect(obstacleOf(counted({ items: [importItem({})] }), 2)).toBe('2 fields to correct')
  })
})
