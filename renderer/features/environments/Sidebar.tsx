import { ActionIcon, Divider, Group, NavLink, Text, TextInput, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconPlus, IconScan, IconSearch, IconSettings } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Environment } from '../../../electron/contract/environment.ts'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { go, hrefOf, type Place } from '../../place.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { useTokens } from '../../queries/tokens.ts'
import { stageColor } from '../../ui/StageBadge.tsx'
import { TokenState } from '../../ui/TokenState.tsx'

export function Sidebar({ place }: { place: Place }) {
  const environments = useEnvironments().data ?? []
  const tokens = useTokens().data ?? []
  const [filter, setFilter] = useState('')
  const filterBox = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => filterBox.current?.focus()]])
  const shown = environments.filter(({ name }) => name.toLowerCase().includes(filter.trim().toLowerCase()))

  return (
    <nav className="sidebar" aria-label="Environments">
      <Group justify="space-between" px={6} pt={8} pb={6}>
        <Text size="xs" fw={700} c="dimmed" tt="uppercase">
          Environments
        </Text>
        <Tooltip label="New environment">
          <ActionIcon variant="subtle" color="teal" aria-label="New environment" onClick={() => go({ kind: 'new' })}>
            <IconPlus size={16} />
          </ActionIcon>
        </Tooltip>
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
        onKeyDown={(event) => event.key === 'Escape' && setFilter('')}
      />
      <ul className="sidebar-list">
        {shown.map((environment) => (
          <li key={environment.id}>
            <EnvironmentLink
              environment={environment}
              token={tokens.find(({ environmentId }) => environmentId === environment.id) ?? null}
              place={place}
            />
          </li>
        ))}
        {shown.length === 0 && filter !== '' ? (
          <li>
            <Text size="sm" c="dimmed" p={6}>
              No environment of that name.
            </Text>
          </li>
        ) : null}
      </ul>
      <Divider />
      <PlaceLink place={{ kind: 'inspector' }} current={place} label="Token inspector" icon={<IconScan size={16} />} />
      <PlaceLink place={{ kind: 'settings' }} current={place} label="Settings" icon={<IconSettings size={16} />} />
    </nav>
  )
}

function EnvironmentLink({
  environment,
  token,
  place,
}: {
  environment: Environment
  token: HeldToken | null
  place: Place
}) {
  const { id, name, stage, builtIn } = environment
  const current = place.kind === 'environment' && place.id === id
  const tab = place.kind === 'environment' ? place.tab : 'token'
  return (
    <a
      className="sidebar-link"
      href={hrefOf({ kind: 'environment', id, tab })}
      aria-current={current ? 'page' : undefined}
      aria-label={name}
      title={name}
    >
      <Text size="sm" className="ellipsis">
        {name}
      </Text>
      <Group justify="space-between" wrap="nowrap" gap={6}>
        <Group gap={6} wrap="nowrap">
          <span aria-hidden style={{ background: stageColor(stage), borderRadius: 8, height: 8, width: 8 }} />
          <Text size="xs" c="dimmed">
            {builtIn ? 'built in' : stage}
          </Text>
        </Group>
        <Text size="xs" component="span" className="ellipsis">
          <TokenState token={token} />
        </Text>
      </Group>
    </a>
  )
}

function PlaceLink({
  place,
  current,
  label,
  icon,
}: {
  place: Place
  current: Place
  label: string
  icon: React.ReactNode
}) {
  const active = place.kind === current.kind
  return (
    <NavLink
      href={hrefOf(place)}
      label={label}
      leftSection={icon}
      active={active}
      aria-current={active ? 'page' : undefined}
      px={6}
      py={7}
      variant="subtle"
      color="gray"
    />
  )
}
