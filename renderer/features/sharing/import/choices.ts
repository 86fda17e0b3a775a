import type { ImportChoice, ImportItem } from '../../../../electron/contract/sharing.ts'
import type { Choice, Choices } from '../../../state/importing.ts'

export type Fate = 'added' | 'unchanged' | 'kept' | 'replaced' | 'both'

const fates: Readonly<Record<Choice, Fate>> = { keep: 'kept', replace: 'replaced', both: 'both' }

export function isConflict({ status }: Pick<ImportItem, 'status'>): boolean {
  return status === 'same_id' || status === 'same_name'
}

/** What becomes of one; a conflict without a choice is kept as it is. */
export function fateOf(item: Pick<ImportItem, 'id' | 'status'>, choices: Choices): Fate {
  if (isConflict(item)) return fates[choices[item.id] ?? 'keep']
  return item.status === 'added' || item.status === 'into_existing' ? 'added' : 'unchanged'
}

/** Whether anything of it would get into the workspace. */
export function comesIn(item: Pick<ImportItem, 'id' | 'status'>, choices: Choices): boolean {
  const fate = fateOf(item, choices)
  return fate !== 'unchanged' && fate !== 'kept'
}

/** The same choice for every conflict. */
export function forAll(items: readonly ImportItem[], choice: Choice): Choices {
  return Object.fromEntries(items.filter(isConflict).map(({ id }) => [id, choice]))
}

export function importChoices(items: readonly ImportItem[], choices: Choices): ImportChoice[] {
  return items.filter(isConflict).map(({ id }) => ({ id, choice: choices[id] ?? 'keep' }))
}

export const choiceLabels: Readonly<Record<Choice, string>> = { keep: 'Keep', replace: 'Replace', both: 'Both' }
