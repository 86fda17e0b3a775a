import { SegmentedControl } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useState } from 'react'
import { oneOf } from '../../../../../electron/common/one-of.ts'
import { visible } from '../../../../../electron/common/visible.ts'
import type { ImportItem } from '../../../../../electron/contract/sharing.ts'
import { importChoices } from '../../../../../electron/vocabulary/import-choices.ts'
import type { Choice } from '../../../../state/importing.ts'
import { count } from '../../../../ui/count.ts'
import { ChangeTable } from '../ChangeTable.tsx'
import { choiceLabels } from '../choices.ts'

interface Props {
  item: ImportItem
  choice: Choice
  onChoose: (choice: Choice) => void
}

/** What an environment of a file meets here, how they differ, and what to do. */
export function Conflict({ item: { name, status, existing, changes }, choice, onChoose }: Props) {
  const [isOpen, setOpen] = useState(false)
  const other = existing === null || existing.name === name ? '' : ` as ${visible(existing.name)}`
  return (
    <div className="import-more">
      <div className="row" data-spread>
        <span className="import-status">
          <IconArrowsDiff size={14} stroke={1.6} aria-hidden />
          {status === 'same_id' ? `There already${other}` : 'The name is taken'}
          {changes.length === 0 ? ', nothing differs' : null}
          {changes.length === 0 ? null : (
            <button
              type="button"
              className="link-button"
              aria-expanded={isOpen}
              aria-label={`${count(changes.length, 'difference')} of ${visible(name)}`}
              onClick={() => setOpen(!isOpen)}
            >
              {count(changes.length, 'difference')}
            </button>
          )}
        </span>
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
      {isOpen ? <ChangeTable name={name} changes={changes} /> : null}
    </div>
  )
}
