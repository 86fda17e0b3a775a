import { capital } from '../../../../electron/common/capital.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { count } from '../../../ui/count.ts'
import type { SavedEach } from './save-each.ts'
import type { NeededRow } from './use-needed-secrets.ts'

interface Said {
  last: SavedEach | null
  isLater: boolean
  /** Lines that were pasted and found no field. */
  left: number
  rows: readonly Pick<NeededRow, 'environment' | 'environmentId' | 'isSaved'>[]
}

/** What an import did, in numbers. */
export function resultTitle(did: Record<'added' | 'replaced' | 'kept' | 'extended', number>): string {
  const parts = [
    ...(did.added === 0 ? [] : [`${count(did.added, 'environment')} added`]),
    ...(did.replaced === 0 ? [] : [`${count(did.replaced, 'environment')} replaced`]),
    ...(did.kept === 0 ? [] : [`${count(did.kept, 'environment')} kept as ${did.kept === 1 ? 'it is' : 'they are'}`]),
    ...(did.extended === 0 ? [] : [`calls added to ${count(did.extended, 'environment')}`]),
  ]
  return parts.length === 0 ? 'Nothing was changed' : capital(parts.join(', '))
}

const namesShown = 3

/** What became of the secrets of an import so far, to be read and heard. */
export function resultText({ last, isLater, left, rows }: Said): string {
  const needed = rows.filter(({ isSaved }) => !isSaved).length
  return [
    ...(last === null || last.saved === 0 ? [] : [`${count(last.saved, 'secret')} saved.`]),
    ...(last === null || last.failures.size === 0
      ? []
      : [`Not saved: ${failedNames(last, rows)}. What you typed is kept.`]),
    ...(left === 0
      ? []
      : [`${count(left, 'line')} of what you pasted had no field left and ${left === 1 ? 'was' : 'were'} not used.`]),
    needed === 0
      ? 'No secret is missing.'
      : isLater
        ? `${count(needed, 'secret')} to set later: the sidebar marks ${needed === 1 ? 'the environment' : 'the environments'} with a key.`
        : 'Without them no token can be requested. Each is sent only to the server that is named beside it.',
  ].join(' ')
}

function failedNames({ failures }: SavedEach, rows: Said['rows']): string {
  const names = new Map(rows.map(({ environmentId, environment }) => [environmentId, environment.name]))
  const failed = [...failures.keys()].map((id) => visible(names.get(id) ?? id))
  const more = failed.length - namesShown
  return more > 0 ? `${failed.slice(0, namesShown).join(', ')} and ${more} more` : failed.join(', ')
}
