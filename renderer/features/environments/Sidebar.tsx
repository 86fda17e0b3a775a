import { ActionIcon, Divider, Group, NavLink, Text, TextInput, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import {
  IconArrowsDiff,
  IconFileExport,
  IconFileImport,
  IconPlus,
  IconScan,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react'
import { type KeyboardEventHandler, useRef, useState } from 'react'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { hrefOf, navigate, type Route } from '../../route.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { useIsUnsaved } from '../../queries/unsaved.ts'
import { HeldTokenStatus } from '../../token-view/HeldTokenStatus.tsx'
import { stageColor } from '../../ui/StageBadge.tsx'
import { useRovingStop } from '../../ui/use-roving-stop.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'

export function Sidebar({ route }: { route: Route }) {
  const environments = useEnvironments().data ?? []
  const [filter, setFilter] = useState('')
  const filterBox = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => filterBox.current?.focus()]])
  const shown = environments.filter(({ name }) => name.toLowerCase().includes(filter.trim().toLowerCase()))
  const { list, stop, stand, enter, onKeyDown } = useRovingStop(
    shown.map(({ id }) => id),
    route.kind === 'environment' ? route.id : null,
  )

  return (
    <nav className="sidebar" aria-label="Environments" ref={list} tabIndex={-1}>
      <Group justify="space-between" px={6} pt={8} pb={6}>
        <Text size="xs" fw={700} c="dimmed" tt="uppercase">
          Environments
        </Text>
        <Group gap={2} wrap="nowrap">
          <PageButton route={{ kind: 'import' }} current={route} label="Import" icon={<IconFileImport size={16} />} />
          <PageButton route={{ kind: 'export' }} current={route} label="Export" icon={<IconFileExport size={16} />} />
          <PageButton route={{ kind: 'new' }} current={route} label="New environment" icon={<IconPlus size={16} />} />
        </Group>
      </Group>
      <TextInput
        ref={filterBox}
        aria-label="Filter environments"
        placeholder="Filter ( / )"
        leftSection={<IconSearch size={14} />}
        px={6}
        pb={6}
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
          estimate={48}
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
              onFocus={() => stand(environment.id)}
              onKeyDown={onKeyDown}
            />
          )}
        </VirtualList>
      )}
      <Divider />
      <PageLink route={{ kind: 'inspector' }} current={route} label="Token inspector" icon={<IconScan size={16} />} />
      <PageLink
        route={{ kind: 'compare' }}
        current={route}
        label="Compare tokens"
        icon={<IconArrowsDiff size={16} />}
      />
      <PageLink route={{ kind: 'settings' }} current={route} label="Settings" icon={<IconSettings size={16} />} />
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
  const { id, name, stage, builtIn } = environment
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
      <Text size="sm" className="ellipsis">
        {name}
      </Text>
      <Group justify="space-between" wrap="nowrap" gap={6}>
        <Group gap={6} wrap="nowrap" miw={0}>
          <span
            aria-hidden
            style={{ background: stageColor(stage), borderRadius: 8, flexShrink: 0, height: 8, width: 8 }}
          />
          <Text size="xs" c="dimmed" className="ellipsis">
            {builtIn ? 'built in' : stage}
          </Text>
          {isUnsaved ? (
            <Text size="xs" component="span" className="unsaved-word">
              <span className="unsaved-dot" aria-hidden />
              unsaved
            </Text>
          ) : null}
        </Group>
        <Text size="xs" component="span" style={{ flexShrink: 0 }}>
          <HeldTokenStatus environmentId={id} />
        </Text>
      </Group>
    </a>
  )
}

interface PageProps {
  route: Route
  current: Route
  label: string
  icon: React.ReactNode
}

function PageButton({ route, current, label, icon }: PageProps) {
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
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

function PageLink({ route, current, label, icon }: PageProps) {
  const active = route.kind === current.kind
  return (
    <NavLink
      href={hrefOf(route)}
      label={label}
      leftSection={icon}
      active={active}
      aria-current={active ? 'page' : undefined}
      className="sidebar-page"
      px={6}
      py={7}
      variant="subtle"
      color="gray"
    />
  )
}
