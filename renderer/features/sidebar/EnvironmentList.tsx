import { Text } from '@mantine/core'
import { useState } from 'react'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { useLoadedParts } from '../../late.ts'
import type { Route } from '../../route.ts'
import { useEnvironmentActs } from '../../queries/environment-acts.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { type Filter, isFiltering, shownFilter } from '../../queries/environment-filter.ts'
import { createKept, useKept } from '../../state/kept.ts'
import { useRovingStop } from '../../ui/use-roving-stop.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { EnvironmentRow } from './EnvironmentRow.tsx'
import { passes } from './filter.ts'
import { wordsOf } from '../../ui/marked-parts.ts'
import { FilterBox } from './FilterBox.tsx'
import { FolderRow } from './FolderRow.tsx'
import type { OpenedMenu } from './opened-menu.ts'
import { placeBeside, placeNextTo } from '../../ui/place.ts'
import { folderKey, foldersOf, rowsOf } from './rows.ts'
import { useMove } from './use-move.ts'
import { useRowStates } from './use-row-states.ts'

const noEnvironments: readonly EnvironmentSummary[] = []

/** The folders that are closed, while the app runs. */
const closedFolders = createKept<ReadonlySet<string>>(new Set())

/** The environments by folder, as one Tab stop, with the filter above them. */
export function EnvironmentList({ route }: { route: Route }) {
  const environments = useEnvironments().data ?? noEnvironments
  const [filter, changeFilter] = useKept(shownFilter)
  const setFilter = (next: Filter) => changeFilter(() => next)
  const [menu, setMenu] = useState<OpenedMenu | null>(null)
  const [closed, setClosed] = useKept(closedFolders)
  const late = useLoadedParts()
  const acts = useEnvironmentActs()
  const statesOf = useRowStates(filter, environments)
  const move = useMove()
  const isFiltered = isFiltering(filter)
  const rows = rowsOf({
    environments,
    passes: (one) => !isFiltered || passes(filter, one, statesOf(one.id)),
    isOpen: (folder) => isFiltered || !closed.has(folder),
  })
  const shown = rows.reduce((count, row) => count + (row.kind === 'environment' ? 1 : 0), 0)
  const words = wordsOf(filter.text)
  const { list, stop, setStop, enter, goTo, onKeyDown } = useRovingStop(
    rows.map(({ key }) => key),
    route.kind === 'environment' ? route.id : null,
  )
  const toggle = (folder: string) =>
    setClosed((now) => new Set(now.has(folder) ? [...now].filter((one) => one !== folder) : [...now, folder]))

  return (
    <div className="sidebar-environments" ref={list}>
      <FilterBox filter={filter} onChange={setFilter} onEnter={enter} />
      {isFiltered && late !== null ? (
        <late.FilterBar filter={filter} onChange={setFilter} shown={shown} all={environments.length} />
      ) : null}
      {rows.length === 0 && isFiltered ? (
        <Text size="sm" c="dimmed" p={12} flex={1}>
          No matches
        </Text>
      ) : (
        <VirtualList
          label="Environments"
          items={rows}
          estimate={28}
          as="list"
          current={stop}
          tabStop={false}
          className="sidebar-list"
          keyOf={({ key }) => key}
        >
          {(row) =>
            row.kind === 'folder' ? (
              <FolderRow
                row={row}
                isStop={row.key === stop}
                onFocus={() => setStop(row.key)}
                onKeyDown={onKeyDown}
                onToggle={() => toggle(row.folder)}
                onDrop={(id) => move(id, { folder: row.folder, before: null })}
              />
            ) : (
              <EnvironmentRow
                environment={row.environment}
                route={route}
                words={words}
                isStop={row.key === stop}
                acts={acts}
                onFocus={() => setStop(row.key)}
                onKeyDown={onKeyDown}
                onMenu={(at) => setMenu({ environment: row.environment, ...at })}
                onMove={(step) => move(row.key, placeNextTo(environments, row.environment, step))}
                onFolder={() => (row.environment.folder === '' ? undefined : goTo(folderKey(row.environment.folder)))}
                onDrop={(id, half) => move(id, placeBeside(environments, id, row.environment, half))}
              />
            )
          }
        </VirtualList>
      )}
      {menu === null || late === null ? null : (
        <late.RowMenu
          opened={menu}
          folders={foldersOf(environments)}
          acts={acts}
          onMove={(folder) => move(menu.environment.id, { folder, before: null })}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  )
}
