import type { EnvironmentSummary } from '../../electron/contract/environment.ts'
import type { HistoryFacts } from '../../electron/contract/history.ts'
import type { FilterOption } from './FilterMenu.tsx'

/** Environments to choose from: those that are there, by name, and then those that are gone. */
export function environmentOptions(
  environments: readonly EnvironmentSummary[],
  gone: HistoryFacts['goneEnvironments'],
): FilterOption[] {
  const named = (list: readonly { id: string; name: string }[], mark: string) =>
    list
      .map(({ id, name }) => ({ value: id, label: `${name}${mark}` }))
      .toSorted((one, other) => one.label.localeCompare(other.label))
  return [...named(environments, ''), ...named(gone, ' (deleted)')]
}
