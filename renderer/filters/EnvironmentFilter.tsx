import type { EnvironmentSummary } from '../../electron/contract/environment.ts'
import type { HistoryFacts } from '../../electron/contract/history.ts'
import { environmentOptions } from './environment-options.ts'
import { FilterMenu } from './FilterMenu.tsx'
import { toggledValue } from './toggled-value.ts'

interface Props {
  environments: readonly EnvironmentSummary[]
  /** Those that were deleted, and of which something is recorded. */
  gone: HistoryFacts['goneEnvironments']
  /** Their ids. */
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Whose entries are listed. */
export function EnvironmentFilter({ environments, gone, chosen, onChange }: Props) {
  return (
    <FilterMenu
      name="Environment"
      isSearched
      options={environmentOptions(environments, gone)}
      chosen={chosen}
      onToggle={(id) => onChange(toggledValue(chosen, id))}
      onClear={() => onChange([])}
    />
  )
}
