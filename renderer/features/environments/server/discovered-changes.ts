import type { MetadataRow } from './metadata-rows.ts'

/** What a discovery changed in a field. */
export interface DiscoveredChange {
  path: MetadataRow['path']
  before: string
  after: string
}

/**
 * What a discovery fills in by itself: the fields that are empty, and the issuer where the address of its metadata was
 * typed instead. All else that was typed is kept.
 */
export function changesOf(rows: readonly MetadataRow[], url: string): DiscoveredChange[] {
  return rows.flatMap(({ path, configured, published, comparison }) => {
    if (published === null) return []
    const isItsAddress = path === 'issuer' && (configured === url || configured === `${published}/`)
    const isFilled = comparison === 'new' || (comparison === 'different' && isItsAddress)
    return isFilled ? [{ path, before: configured, after: published }] : []
  })
}

/** Of the changes, those that are still in the form. */
export const stillThere = (
  changes: readonly DiscoveredChange[],
  rows: readonly MetadataRow[],
): readonly DiscoveredChange[] =>
  changes.filter(({ path, after }) => rows.some((row) => row.path === path && row.configured === after))
