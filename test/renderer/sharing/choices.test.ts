import { describe, expect, it } from 'vitest'
import { comesIn, fateOf, forAll } from '../../../renderer/features/sharing/import/choices.ts'
import type { Choices } from '../../../renderer/state/importing.ts'
import { importItem } from './import-item.ts'

const added = importItem({ id: 'new' })
const same = importItem({ id: 'same', status: 'unchanged' })
const byId = importItem({ id: 'by-id', status: 'same_id' })
const byName = importItem({ id: 'by-name', status: 'same_name' })
const items = [added, same, byId, byName]

const chosen = (choices: Choices, environmentsLeftOut: readonly string[] = []) => ({
  choices,
  edits: { environmentsLeftOut },
})

describe('what becomes of an environment of a file', () => {
  it('keeps what is there, unless something else is chosen', () => {
    expect(items.map((item) => fateOf(item, chosen({})))).toEqual(['added', 'unchanged', 'kept', 'kept'])
    expect(items.filter((item) => comesIn(item, chosen({})))).toEqual([added])
  })

  it('is chosen one by one, or for all that are there already and no other', () => {
    expect(fateOf(byName, chosen({ 'by-name': 'both' }))).toBe('both')
    expect(forAll(items, 'replace')).toEqual({ 'by-id': 'replace', 'by-name': 'replace' })
    expect(items.filter((item) => comesIn(item, chosen(forAll(items, 'replace'))))).toEqual([added, byId, byName])
  })

  it('does not heed a choice for what is new or the same', () => {
    expect(fateOf(added, chosen({ new: 'keep' }))).toBe('added')
    expect(fateOf(same, chosen({ same: 'replace' }))).toBe('unchanged')
  })

  it('is nothing for one that is left out', () => {
    expect(fateOf(added, chosen({}, ['new']))).toBe('left_out')
    expect(comesIn(byId, chosen({ 'by-id': 'replace' }, ['by-id']))).toBe(false)
  })
})
