import { ActionIcon, Group, Tooltip } from '@mantine/core'
import {
  IconArrowsDiff,
  IconFileExport,
  IconFileImport,
  IconHistory,
  IconPlus,
  IconScan,
  IconSearch,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react'
import { hrefOf, navigate, type Route } from '../../route.ts'
import { EnvironmentList } from './EnvironmentList.tsx'
import { SkipLink } from './SkipLink.tsx'
import { shortcutText } from '../../ui/shortcut-text.ts'
import './sidebar.css'

export function Sidebar({ route, onSearch }: { route: Route; onSearch: () => void }) {
  return (
    <nav className="sidebar" aria-label="Environments" tabIndex={-1}>
      <SkipLink route={route} />
      <div className="sidebar-head">
        <h2>Environments</h2>
        <Group gap={2} wrap="nowrap">
          <PageButton route={{ kind: 'import' }} current={route} label="Import" icon={IconFileImport} />
          <PageButton route={{ kind: 'export' }} current={route} label="Export" icon={IconFileExport} />
          <PageButton route={{ kind: 'new' }} current={route} label="New environment" icon={IconPlus} />
        </Group>
      </div>
      <EnvironmentList route={route} />
      <div className="sidebar-pages">
        <button
          type="button"
          className="sidebar-page"
          aria-label="Search"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={onSearch}
        >
          <IconSearch size={16} stroke={1.6} aria-hidden />
          Search or run
          <kbd>{shortcutText('K')}</kbd>
        </button>
        <PageLink route={{ kind: 'inspector' }} current={route} label="Token inspector" icon={IconScan} />
        <PageLink route={{ kind: 'compare' }} current={route} label="Compare tokens" icon={IconArrowsDiff} />
        <PageLink route={{ kind: 'history' }} current={route} label="History" icon={IconHistory} />
        <PageLink route={{ kind: 'settings' }} current={route} label="Settings" icon={IconSettings} />
      </div>
    </nav>
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
