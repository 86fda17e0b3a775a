import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import type { Choices } from '../../../state/importing.ts'
import { count } from '../../../ui/count.ts'
import { fateOf, isConflict } from './choices.ts'

/** What an import would do with these choices, in a line and a sentence. */
export function outlookOf(items: readonly ImportItem[], choices: Choices): { title: string; reason: string } {
  const fates = items.map((item) => fateOf(item, choices))
  const added = fates.filter((fate) => fate === 'added' || fate === 'both').length
  const replaced = fates.filter((fate) => fate === 'replaced').length
  const parts = [
    ...(added === 0 ? [] : [`${count(added, 'environment')} will be added`]),
    ...(replaced === 0 ? [] : [`${count(replaced, 'environment')} will be replaced`]),
  ]
  const conflicts = count(items.filter(isConflict).length, 'conflict')
  if (items.length === 0) return { title: 'The file holds no environment', reason: 'There is nothing to import.' }
  return parts.length === 0
    ? { title: 'Nothing would change', reason: `${conflicts}. All environments of the file stay as they are here.` }
    : {
        title: parts.join(', '),
        reason: `Nothing has changed yet. ${conflicts}. The whole import can be undone in one step.`,
      }
}
