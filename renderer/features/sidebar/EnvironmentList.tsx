import { Text } from '@mantine/core'
import { useState } from 'react'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { useLoadedParts } from '../../late.ts'
import type { Route } from '../../route.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { useRovingStop } from '../../ui/use-roving-stop.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useEnvironmentActs } from '../../queries/environment-acts.ts'
import { EnvironmentRow } from './EnvironmentRow.tsx'
import { type Filter, isFiltering, noFilter, passes, wordsOf } from './filter.ts'
import { FilterBox } from './FilterBox.tsx'
import type { OpenedMenu } from './opened-menu.ts'
import { useRowStates } from './use-row-states.ts'

const noEnvironments: readonly EnvironmentSummary[] = []

/** The environments as one Tab stop, with the filter above them. */
export function EnvironmentList({ route }: { route: Route }) {
  const environments = useEnvironments().data ?? noEnvironments
  const [filter, setFilter] = useState<Filter>(noFilter)
  const [menu, setMenu] = useState<OpenedMenu | null>(null)
  const late = useLoadedParts()
  const acts = useEnvironmentActs()
  const statesOf = useRowStates(filter, environments)
  const isFiltered = isFiltering(filter)
  const shown = isFiltered ? environments.filter((one) => passes(filter, one, statesOf(one.id))) : environments
  const words = wordsOf(filter.text)
  const { list, stop, setStop, enter, onKeyDown } = useRovingStop(
    shown.map(({ id }) => id),
    route.kind === 'environment' ? route.id : null,
  )

  return (
    <div className="sidebar-environments" ref={list}>
      <FilterBox filter={filter} onChange={setFilter} onEnter={enter} />
      {isFiltered && late !== null ? (
        <late.FilterBar filter={filter} onChange={setFilter} shown={shown.length} all={environments.length} />
      ) : null}
      {shown.length === 0 && isFiltered ? (
        <Text size="sm" c="dimmed" p={12} flex={1}>
          No matches
        </Text>
      ) : (
        <VirtualList
          label="Environments"
          items={shown}
          estimate={28}
          as="list"
          current={stop}
          tabStop={false}
          className="sidebar-list"
          keyOf={({ id }) => id}
        >
          {(environment) => (
            <EnvironmentRow
              environment={environment}
              route={route}
              words={words}
              isStop={environment.id === stop}
              acts={acts}
              onFocus={() => setStop(environment.id)}
              onKeyDown={onKeyDown}
              onMenu={(at) => setMenu({ environment, ...at })}
            />
          )}
        </VirtualList>
      )}
      {menu === null || late === null ? null : <late.RowMenu opened={menu} acts={acts} onClose={() => setMenu(null)} />}
    </div>
  )
}
