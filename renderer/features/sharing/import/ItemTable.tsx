import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import type { Choice, Choices } from '../../../state/importing.ts'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { choiceLabels, forAll, isConflict } from './choices.ts'
import { HeadRow } from './HeadRow.tsx'
import { ItemRow } from './ItemRow.tsx'

interface Props {
  items: readonly ImportItem[]
  choices: Choices
  onChoose: (change: Choices) => void
}

const columns = ['Environment', 'Stage', 'Server', 'State']

/** Every environment of the file: what it meets, and what becomes of it. */
export function ItemTable({ items, choices, onChoose }: Props) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const conflicts = items.filter(isConflict).length
  const toggle = (id: string) =>
    setOpened((now) => (now.has(id) ? new Set([...now].filter((other) => other !== id)) : new Set([...now, id])))
  return (
    <>
      {conflicts < 2 ? null : (
        <Group gap={6} mb={6} role="group" aria-label={`For all ${conflicts}`}>
          <Text size="sm">For all {conflicts} that are there already:</Text>
          {choiceNames.map((choice) => (
            <Button key={choice} variant="default" size="compact-xs" onClick={() => onChoose(forAll(items, choice))}>
              {choiceLabels[choice]}
            </Button>
          ))}
        </Group>
      )}
      <div
        role="table"
        aria-label="Environments in it"
        aria-rowcount={items.length + 1}
        className="import-table"
        data-conflicts={conflicts > 0 || undefined}
      >
        <HeadRow columns={conflicts > 0 ? [...columns, 'What to do'] : columns} className="import-head" />
        <VirtualList
          label="Rows"
          as="rows"
          before={1}
          items={items}
          estimate={29}
          maxHeight="calc(100vh - 240px)"
          className="import-list"
          keyOf={({ id }) => id}
        >
          {(item) => (
            <ItemRow
              item={item}
              choice={choices[item.id] ?? 'keep'}
              opened={opened.has(item.id)}
              onToggle={() => toggle(item.id)}
              onChoose={(choice) => onChoose({ [item.id]: choice })}
            />
          )}
        </VirtualList>
      </div>
    </>
  )
}

const choiceNames: readonly Choice[] = ['keep', 'replace', 'both']
