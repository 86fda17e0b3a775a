import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import {
  IconArrowsDiff,
  IconFileExport,
  IconFileImport,
  IconKey,
  IconPlus,
  IconScan,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react'
import { navigate, type Route, tabs } from './route.ts'
import { useEnvironments } from './queries/environments.ts'
import { tabTitles } from './ui/tab-titles.ts'

/** Ctrl/Cmd+K: every page, by typing a part of its name. */
export function Search() {
  const environments = useEnvironments().data ?? []
  const action = (id: string, label: string, description: string, route: Route, Icon: typeof IconKey) =>
    ({
      id,
      label,
      description,
      onClick: () => navigate(route),
      leftSection: <Icon size={16} />,
    }) satisfies SpotlightActionData
  const actions = [
    // Before the environments, whose tabs would otherwise push them out of what is shown.
    action('new', 'New environment', '', { kind: 'new' }, IconPlus),
    action('import', 'Import', 'Environments from a file, or from text', { kind: 'import' }, IconFileImport),
    action('export', 'Export', 'Environments to a file, for others', { kind: 'export' }, IconFileExport),
    action(
      'inspector',
      'Token inspector',
      'Read a token from the clipboard or a ticket',
      { kind: 'inspector' },
      IconScan,
    ),
    action(
      'compare',
      'Compare tokens',
      'Two environments, previous and current token, requested and granted',
      { kind: 'compare' },
      IconArrowsDiff,
    ),
    action('settings', 'Settings', 'Theme, sandbox, secrets, versions', { kind: 'settings' }, IconSettings),
    ...environments.flatMap(({ id, name }) =>
      tabs.map((tab) =>
        action(`${id}/${tab}`, `${name} · ${tabTitles[tab]}`, '', { kind: 'environment', id, tab }, IconKey),
      ),
    ),
  ]
  return (
    <Spotlight
      actions={actions}
      limit={12}
      nothingFound="No matches"
      searchProps={{ placeholder: 'Go to…', leftSection: <IconSearch size={16} />, 'aria-label': 'Go to' }}
      // The app listens for it, from before this is loaded.
      shortcut={null}
      // The page never scrolls, and the lock would put a style on it that the content security policy refuses.
      lockScroll={false}
    />
  )
}
