import type { ImportItem } from '../../../electron/contract/sharing.ts'

/** An environment of a file, as the importer tells of it. */
export function importItem(change: Partial<ImportItem>): ImportItem {
  const id = change.id ?? 'one'
  return {
    id,
    name: id,
    stage: 'development',
    status: 'added',
    existing: null,
    changes: [],
    apiCalls: 0,
    receivers: [],
    carried: [],
    missing: [],
    ...change,
  }
}
