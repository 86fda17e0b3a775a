import { Button, NativeSelect, type NativeSelectProps } from '@mantine/core'
import { IconList } from '@tabler/icons-react'
import { memo } from 'react'
import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { count } from '../../../ui/count.ts'
import { nameOf } from '../../../ui/name-of.ts'
import { groupedByFolder } from './call-rows.ts'

interface Props {
  calls: readonly ApiCallSummary[]
  /** Empty for the call that is being written. */
  chosenId: string
  isListOpen: boolean
  onChoose: (id: string) => void
  onToggleList: () => void
}

/** The list in one line, where there is no room for it: a choice, and a button that opens all of it. */
export const CallPicker = memo(function CallPicker({ calls, chosenId, isListOpen, onChoose, onToggleList }: Props) {
  return (
    <div className="call-picker">
      <NativeSelect
        aria-label="Saved call"
        value={chosenId}
        data={optionsOf(calls)}
        onChange={({ currentTarget: { value } }) => onChoose(value)}
      />
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconList size={16} stroke={1.6} />}
        aria-expanded={isListOpen}
        onClick={onToggleList}
      >
        {count(calls.length, 'call')}
      </Button>
    </div>
  )
})

type Options = NonNullable<NativeSelectProps['data']>

const newCall = { value: '', label: 'New call' }

function optionsOf(calls: readonly ApiCallSummary[]): Options {
  const groups = [...groupedByFolder(calls)].flatMap(([folder, inside]): Options => {
    const items = inside.map((call) => ({ value: call.id, label: visible(labelOf(call)) }))
    return folder === '' ? items : [{ group: visible(folder), items }]
  })
  return [...groups, newCall]
}

const labelOf = (call: ApiCallSummary): string => (call.name === '' ? nameOf(call) : `${call.method} ${call.name}`)
