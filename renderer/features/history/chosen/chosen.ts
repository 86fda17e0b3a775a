import type { ChosenExchanges } from '../../../../electron/contract/history.ts'

/** Exchanges that can be named at once. */
export const mostChosen = 1000

/** What is selected in the table: some, by their ids, or all that the search found. */
export type Chosen = { kind: 'some'; ids: ReadonlySet<string> } | { kind: 'all' }

export const noneChosen: Chosen = { kind: 'some', ids: new Set() }

export const isChosen = (chosen: Chosen, id: string): boolean => chosen.kind === 'all' || chosen.ids.has(id)

/** How many are selected of those that were found. */
export const countChosen = (chosen: Chosen, found: number): number => (chosen.kind === 'all' ? found : chosen.ids.size)

/** One more, or one less. From all only the one is left: the others may not be read. */
export function toggled(chosen: Chosen, id: string): Chosen {
  if (chosen.kind === 'all') return { kind: 'some', ids: new Set([id]) }
  const ids = new Set(chosen.ids)
  if (!ids.delete(id) && ids.size < mostChosen) ids.add(id)
  return { kind: 'some', ids }
}

/** These, and as many of them as can be named. */
export const chooseAll = (ids: readonly string[]): Chosen => ({ kind: 'some', ids: new Set(ids.slice(0, mostChosen)) })

/** As main takes it; null where nothing is selected. */
export function chosenExchanges(chosen: Chosen, searchId: string): ChosenExchanges | null {
  if (chosen.kind === 'all') return { kind: 'search', searchId }
  return chosen.ids.size === 0 ? null : { kind: 'ids', ids: [...chosen.ids] }
}

/** Whether an exchange may be one of those: all that a search found are not named. */
export const isAmong = (exchanges: ChosenExchanges, id: string): boolean =>
  exchanges.kind === 'search' || exchanges.ids.includes(id)
