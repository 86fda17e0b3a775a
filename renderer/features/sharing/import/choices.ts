import type { ImportEdits } from '../../../../electron/contract/import-edits.ts'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import type { Choice, Choices } from '../../../state/importing.ts'

export type Fate = 'added' | 'unchanged' | 'kept' | 'replaced' | 'both' | 'left_out'

/** What a person chose. */
export interface Chosen {
  choices: Choices
  edits: Pick<ImportEdits, 'environmentsLeftOut'>
}

const fates: Readonly<Record<Choice, Fate>> = { keep: 'kept', replace: 'replaced', both: 'both' }

export function isConflict({ status }: Pick<ImportItem, 'status'>): boolean {
  return status === 'same_id' || status === 'same_name'
}

/** Whether it is simply taken or left out. */
export const isPlain = (item: Pick<ImportItem, 'status'>): boolean => item.status !== 'unchanged' && !isConflict(item)

/** What becomes of one; a conflict without a choice is kept as it is. */
export function fateOf(item: Pick<ImportItem, 'id' | 'status'>, { choices, edits }: Chosen): Fate {
  if (item.status === 'unchanged') return 'unchanged'
  if (edits.environmentsLeftOut.includes(item.id)) return 'left_out'
  return isConflict(item) ? fates[choices[item.id] ?? 'keep'] : 'added'
}

/** Whether anything of it would get into the workspace. */
export function comesIn(item: Pick<ImportItem, 'id' | 'status'>, chosen: Chosen): boolean {
  const fate = fateOf(item, chosen)
  return fate === 'added' || fate === 'replaced' || fate === 'both'
}

/** The same choice for every conflict. */
export function forAll(items: readonly ImportItem[], choice: Choice): Choices {
  return Object.fromEntries(items.filter(isConflict).map(({ id }) => [id, choice]))
}

export const choiceLabels: Readonly<Record<Choice, string>> = { keep: 'Keep', replace: 'Replace', both: 'Both' }
