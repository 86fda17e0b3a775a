import type { ImportPlace } from '../../../../contract/import-note.ts'
import type { BrunoNote } from './bruno-collection.ts'
import { textAt } from './values.ts'

export const notUsed = (name: string, place: ImportPlace): BrunoNote => ({
  fact: { code: 'not_used', evidence: { name } },
  place,
})

/** Settings of a request that this app has none for, and answers that were kept as examples. */
export function unusedOf(settings: unknown, examples: unknown, place: ImportPlace): BrunoNote[] {
  const timeout = textAt(settings, 'timeout')
  return [
    ...(/^(?:|0|inherit)$/.test(timeout) ? [] : [notUsed('settings.timeout', place)]),
    ...(Array.isArray(examples) && examples.length > 0 ? [notUsed('examples', place)] : []),
  ]
}
