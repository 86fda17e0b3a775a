import { hostOf } from '../../electron/common/host-of.ts'
import type { EnvironmentSummary } from '../../electron/contract/environment.ts'
import type { HistoryFacts } from '../../electron/contract/history.ts'
import type { FilterOption } from './FilterMenu.tsx'

/** Environments to choose from: those that are there, by name, and then those that are gone. Of the same name each says where it is. */
export function environmentOptions(
  environments: readonly EnvironmentSummary[],
  gone: HistoryFacts['goneEnvironments'],
): FilterOption[] {
  const names = new Map<string, number>()
  for (const { name } of environments) names.set(name, (names.get(name) ?? 0) + 1)
  const nameOf = (one: EnvironmentSummary) =>
    (names.get(one.name) ?? 0) > 1 ? [one.name, ...placeOf(one)].join(' · ') : one.name
  return [
    ...byLabel(environments.map((one) => ({ value: one.id, label: nameOf(one) }))),
    ...byLabel(gone.map(({ id, name }) => ({ value: id, label: `${name} (deleted)` }))),
  ]
}

const placeOf = ({ folder, issuer }: EnvironmentSummary): string[] =>
  [folder, hostOf(issuer)].filter((part) => part !== '')

const byLabel = (options: readonly FilterOption[]): FilterOption[] =>
  options.toSorted((one, other) => one.label.localeCompare(other.label))
