import { describe, expect, it } from 'vitest'
import { comesIn, fateOf, forAll, importChoices } from '../../../renderer/features/sharing/import/choices.ts'
import { importItem } from './import-item.ts'

const added = importItem({ id: 'new' })
const same = importItem({ id: 'same', status: 'unchanged' })
const byId = importItem({ id: 'by-id', status: 'same_id' })
const byName = importItem({ id: 'by-name', status: 'same_name' })
const items = [added, same, byId, byName]

describe('what becomes of an environment of a file', () => {
  it('keeps what is there, unless something else is chosen', () => {
    expect(items.map((item) => fateOf(item, {}))).toEqual(['added', 'unchanged', 'kept', 'kept'])
    expect(items.filter((item) => comesIn(item, {}))).toEqual([added])
  })

  it('is chosen one by one, or for all that are there already and no other', () => {
    expect(fateOf(byName, { 'by-name': 'both' })).toBe('both')
    expect(forAll(items, 'replace')).toEqual({ 'by-id': 'replace', 'by-name': 'replace' })
    expect(items.filter((item) => comesIn(item, forAll(items, 'replace')))).toEqual([added, byId, byName])
  })

  it('does not heed a choice for what is new or the same', () => {
    expect(fateOf(added, { new: 'keep' })).toBe('added')
    expect(fateOf(same, { same: 'replace' })).toBe('unchanged')
  })

  it('is reported to the importer for every conflict', () => {
    expect(importChoices(items, { 'by-id': 'replace' })).toEqual([
      { id: 'by-id', choice: 'replace' },
      { id: 'by-name', choice: 'keep' },
    ])
  })
})
