import { Button, SegmentedControl, Text } from '@mantine/core'
import { IconArrowsDiff, IconChevronDown, IconChevronRight, IconEqual, IconPlus } from '@tabler/icons-react'
import { oneOf } from '../../../../electron/common/one-of.ts'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { importChoices } from '../../../../electron/vocabulary/import-choices.ts'
import type { Choice } from '../../../state/importing.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { StageMark } from '../StageMark.tsx'
import { count } from '../../../ui/count.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { choiceLabels, isConflict } from './choices.ts'

const statuses = {
  added: { icon: IconPlus, word: 'new', color: 'var(--ok)' },
  unchanged: { icon: IconEqual, word: 'unchanged', color: 'var(--text-3)' },
  same_id: { icon: IconArrowsDiff, word: 'there already', color: 'var(--warn)' },
  same_name: { icon: IconArrowsDiff, word: 'name is taken', color: 'var(--warn)' },
  into_existing: { icon: IconPlus, word: 'calls added', color: 'var(--ok)' },
  no_target: { icon: IconEqual, word: 'no environment chosen', color: 'var(--text-3)' },
} as const

interface Props {
  item: ImportItem
  choice: Choice
  opened: boolean
  onToggle: () => void
  onChoose: (choice: Choice) => void
}

/** The cells of one environment, and beneath them what differs. */
export function ItemRow({ item, choice, opened, onToggle, onChoose }: Props) {
  const { name, stage, status, existing, changes, apiCalls, carried, receivers } = item
  const held = holds(apiCalls, carried.length)
  const server = receivers.find(({ kind }) => kind === 'server')?.origin ?? ''
  const { icon: Icon, word, color } = statuses[status]
  const Chevron = opened ? IconChevronDown : IconChevronRight
  return (
    <>
      <div role="cell" className="ellipsis" title={name}>
        {visible(name)}
        {held === '' ? null : <span className="dimmed"> · {held}</span>}
      </div>
      <div role="cell">
        <StageMark stage={stage} />
      </div>
      <div role="cell" className="mono ellipsis" title={server}>
        {visible(server)}
      </div>
      <div role="cell">
        <span className="import-status" style={{ color }}>
          <Icon size={14} aria-hidden /> {word}
        </span>
        {existing === null || existing.name === name ? null : (
          <Text size="xs" c="dimmed" className="ellipsis" title={existing.name}>
            as {visible(existing.name)}
          </Text>
        )}
      </div>
      {isConflict(item) ? (
        <div role="cell">
          <SegmentedControl
            aria-label={`What to do with ${name}`}
            data={importChoices.map((value) => ({ value, label: choiceLabels[value] }))}
            value={choice}
            onChange={(value) => {
              const chosen = oneOf(importChoices, value)
              if (chosen !== null) onChoose(chosen)
            }}
          />
        </div>
      ) : null}
      {changes.length === 0 ? null : (
        <div role="cell" className="import-detail">
          <Button
            variant="transparent"
            size="compact-xs"
            px={0}
            leftSection={<Chevron size={14} aria-hidden />}
            aria-expanded={opened}
            aria-label={`${count(changes.length, 'difference')} of ${name}`}
            onClick={onToggle}
          >
            {count(changes.length, 'difference')}
          </Button>
          {opened ? <ChangeTable name={name} changes={changes} /> : null}
        </div>
      )}
    </>
  )
}

function holds(apiCalls: number, secrets: number): string {
  const parts = [
    ...(apiCalls === 0 ? [] : [count(apiCalls, 'saved call')]),
    ...(secrets === 0 ? [] : [count(secrets, 'secret')]),
  ]
  return parts.join(' · ')
}
