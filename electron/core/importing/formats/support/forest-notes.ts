import type { ImportNote } from '../../../../contract/import-note.ts'
import type { Forest, Listed } from './forest.ts'
import type { Given } from './given.ts'

/** Ids such as `__WORKSPACE_ID__` are for where an export is imported to. */
const isFilledIn = (id: string): boolean => /^__\w+__$/.test(id)

/** Notes parents that are missing, that are in themselves, and that are there twice. */
export function noteForest({ orphans, loops, twice }: Forest<Listed & Given>, notes: ImportNote[]): void {
  for (const { parentId, at } of orphans)
    if (!isFilledIn(parentId))
      notes.push({ fact: { code: 'reference_missing', evidence: { reference: parentId } }, place: at(), call: '' })
  for (const { parentId, at } of loops)
    notes.push({ fact: { code: 'reference_loop', evidence: { reference: parentId } }, place: at(), call: '' })
  for (const { at } of twice)
    notes.push({ fact: { code: 'duplicates', evidence: { count: 1 } }, place: at(), call: '' })
}
