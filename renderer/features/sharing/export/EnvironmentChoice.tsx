import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { StageMark } from '../StageMark.tsx'

interface Props {
  environments: readonly EnvironmentSummary[]
  chosen: ReadonlySet<string>
  onChoose: (ids: readonly string[]) => void
}

/** Environments to choose from: one stop for the Tab key, arrows within. */
export function EnvironmentChoice({ environments, chosen, onChoose }: Props) {
  const [filter, setFilter] = useState('')
  const [current, setCurrent] = useState('')
  const sought = filter.trim().toLowerCase()
  const shown = environments.filter(({ name }) => name.toLowerCase().includes(sought))
  const stop = shown.some(({ id }) => id === current) ? current : shown[0]?.id
  const ids = (list: readonly EnvironmentSummary[]) => list.map(({ id }) => id)
  const choose = (list: readonly string[], on: boolean) =>
    onChoose(on ? [...new Set([...chosen, ...list])] : [...chosen].filter((id) => !list.includes(id)))

  return (
    <section aria-label="Environments to export" className="sharing-column">
      <TextInput
        aria-label="Filter environments to export"
        placeholder="Filter"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setFilter('')}
      />
      <Group gap={6} py={6}>
        <Text size="xs" c="dimmed" flex="1 0 auto" role="status">
          {environments.filter(({ id }) => chosen.has(id)).length} of {environments.length} chosen
        </Text>
        {sought === '' ? (
          <Button variant="default" size="compact-xs" onClick={() => onChoose(ids(environments))}>
            Select all
          </Button>
        ) : (
          <Button variant="default" size="compact-xs" onClick={() => choose(ids(shown), true)}>
            Select shown
          </Button>
        )}
        <Button variant="default" size="compact-xs" onClick={() => onChoose([])}>
          Select none
        </Button>
      </Group>
      <ul className="check-list" aria-label="Environments to export">
        {shown.map(({ id, name, stage }) => (
          <li key={id}>
            <label className="check-line" title={name}>
              <input
                type="checkbox"
                aria-label={name}
                tabIndex={id === stop ? 0 : -1}
                checked={chosen.has(id)}
                onFocus={() => setCurrent(id)}
                onKeyDown={moveFocus}
                onChange={(event) => choose([id], event.currentTarget.checked)}
              />
              <span className="ellipsis">{visible(name)}</span>
              <StageMark stage={stage} />
            </label>
          </li>
        ))}
        {shown.length === 0 ? (
          <li>
            <Text size="sm" c="dimmed" p={8}>
              No matches
            </Text>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

function moveFocus(event: React.KeyboardEvent<HTMLInputElement>): void {
  const boxes = [...(event.currentTarget.closest('ul')?.querySelectorAll('input') ?? [])]
  const at = boxes.indexOf(event.currentTarget)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  boxes[to]?.focus()
}
