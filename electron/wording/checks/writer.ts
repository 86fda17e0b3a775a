import type { Lookup } from '../lookup.ts'
import type { CheckEntries } from '../../catalogue/checks/entry.ts'
import type { NamesOf } from '../../catalogue/evidence.ts'

/** For each reason of a catalogue one that writes what a person reads of it, of its evidence and of no other. */
export type CheckWriters<Entries extends CheckEntries> = {
  readonly [Reason in keyof Entries]: (evidence: Lookup<NamesOf<Entries[Reason]>>) => string
}

/** The key of a check: by its kid, or else by its thumbprint. */
export function keyName(evidence: Lookup<'kid' | 'thumbprint'>): string {
  if (evidence('kid') !== '') return `key ${evidence('kid')}`
  return evidence('thumbprint') === '' ? 'the key' : `the key without kid (thumbprint ${evidence('thumbprint')})`
}
