import { ActionIcon, Group, Text, TextInput, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import {
  IconArrowsDiff,
  IconFileExport,
  IconFileImport,
  IconPlus,
  IconScan,
  IconSearch,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react'
import { type KeyboardEventHandler, useRef, useState } from 'react'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { hrefOf, navigate, type Route } from '../../route.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { useIsUnsaved } from '../../queries/unsaved.ts'
import { HeldTokenStatus } from '../../token-view/HeldTokenStatus.tsx'
import { StageShape } from '../../ui/StageBadge.tsx'
import { useRovingStop } from '../../ui/use-roving-stop.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'

export function Sidebar({ route, onSearch }: { route: Route; onSearch: () => void }) {
  const environments = useEnvironments().data ?? []
  const [filter, setFilter] = useState('')
  const filterBox = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => filterBox.current?.focus()]])
  const shown = environments.filter(({ name }) => name.toLowerCase().includes(filter.trim().toLowerCase()))
  const { list, stop, setStop, enter, onKeyDown } = useRovingStop(
    shown.map(({ id }) => id),
    route.kind === 'environment' ? route.id : null,
  )

  return (
    <nav className="sidebar" aria-label="Environments" ref={list} tabIndex={-1}>
      <div className="sidebar-head">
        <h2>Environments</h2>
        <Group gap={2} wrap="nowrap">
          <PageButton route={{ kind: 'import' }} current={route} label="Import" icon={IconFileImport} />
          <PageButton route={{ kind: 'export' }} current={route} label="Export" icon={IconFileExport} />
          <PageButton route={{ kind: 'new' }} current={route} label="New environment" icon={IconPlus} />
        </Group>
      </div>
      <TextInput
        ref={filterBox}
        aria-label="Filter environments"
        placeholder="Filter ( / )"
        leftSection={<IconSearch size={14} />}
        px={8}
        pb={8}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setFilter('')
          if (event.key === 'ArrowDown') enter(event)
        }}
      />
      {shown.length === 0 && filter !== '' ? (
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
            <EnvironmentLink
              environment={environment}
              route={route}
              isStop={environment.id === stop}
              onFocus={() => setStop(environment.id)}
              onKeyDown={onKeyDown}
            />
          )}
        </VirtualList>
      )}
      <div className="sidebar-pages">
        <button
          type="button"
          className="sidebar-page"
          aria-label="Search"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={onSearch}
        >
          <IconSearch size={16} stroke={1.6} aria-hidden />
          Search
          <kbd>Ctrl K</kbd>
        </button>
        <PageLink route={{ kind: 'inspector' }} current={route} label="Token inspector" icon={IconScan} />
        <PageLink route={{ kind: 'compare' }} current={route} label="Compare tokens" icon={IconArrowsDiff} />
        <PageLink route={{ kind: 'settings' }} current={route} label="Settings" icon={IconSettings} />
      </div>
    </nav>
  )
}

interface LinkProps {
  environment: EnvironmentSummary
  route: Route
  /** Whether the Tab key comes to it; the arrow keys come to all. */
  isStop: boolean
  onFocus: () => void
  onKeyDown: KeyboardEventHandler
}

function EnvironmentLink({ environment, route, isStop, onFocus, onKeyDown }: LinkProps) {
  const { id, name, stage } = environment
  const current = route.kind === 'environment' && route.id === id
  const tab = route.kind === 'environment' ? route.tab : 'token'
  const isUnsaved = useIsUnsaved(id)
  return (
    <a
      className="sidebar-link"
      href={hrefOf({ kind: 'environment', id, tab })}
      aria-current={current ? 'page' : undefined}
      aria-label={name}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      title={isUnsaved ? `${name} (unsaved changes)` : name}
    >
      <StageShape stage={stage} />
      <span className="ellipsis" style={{ flex: 1 }}>
        {name}
      </span>
      {isUnsaved ? (
        <span className="unsaved-word">
          <span className="unsaved-dot" aria-hidden />
          unsaved
        </span>
      ) : null}
      <HeldTokenStatus environmentId={id} brief />
    </a>
  )
}

interface PageProps {
  route: Route
  current: Route
  label: string
  icon: TablerIcon
}

function PageButton({ route, current, label, icon: Icon }: PageProps) {
  const active = route.kind === current.kind
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={active ? 'light' : 'subtle'}
        color="teal"
        aria-label={label}
        aria-current={active ? 'page' : undefined}
        onClick={() => navigate(route)}
      >
        <Icon size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

function PageLink({ route, current, label, icon: Icon }: PageProps) {
  return (
    <a className="sidebar-page" href={hrefOf(route)} aria-current={route.kind === current.kind ? 'page' : undefined}>
      <Icon size={16} stroke={1.6} aria-hidden />
      {label}
    </a>
  )
}
