import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core'
import { IconCopyPlus, IconPlus, IconTrash } from '@tabler/icons-react'
import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import { useRovingStop } from '../../../ui/use-roving-stop.ts'
import { CallRow } from './CallRow.tsx'
import { visible } from '../../../../electron/common/visible.ts'
import { titleOf } from '../../../ui/name-of.ts'
import { useListedCalls } from './use-listed-calls.ts'

interface Props {
  environmentId: string
  calls: readonly ApiCallSummary[]
  chosen: ApiCallSummary | null
  /** An empty id means a new call. */
  onChoose: (id: string) => void
}

/** The saved calls: one Tab stop with arrow keys; a choice in one line where there is no room beside them. */
export function SavedCalls({ environmentId, calls, chosen, onChoose }: Props) {
  const { duplicate, remove } = useListedCalls(environmentId, onChoose)
  const ids = calls.map(({ id }) => id)
  const { list, stop, setStop, onKeyDown } = useRovingStop(ids, chosen?.id ?? null)
  return (
    <div className="call-list">
      <div className="call-list-head">
        <h2>Calls</h2>
        <NativeSelect
          className="call-picker"
          aria-label="Saved call"
          value={chosen?.id ?? ''}
          data={[
            ...calls.map((call) => ({ value: call.id, label: visible(titleOf(call)) })),
            { value: '', label: 'New call' },
          ]}
          onChange={({ currentTarget: { value } }) => onChoose(value)}
        />
        <Act label="New call" icon={IconPlus} onClick={() => onChoose('')} />
        <Act
          label="Duplicate call"
          icon={IconCopyPlus}
          disabled={chosen === null}
          onClick={() => chosen !== null && duplicate(chosen)}
        />
        <Act
          label="Delete call"
          icon={IconTrash}
          disabled={chosen === null}
          onClick={() => chosen !== null && remove(chosen)}
        />
      </div>
      <nav aria-label="Saved calls" className="call-rows" ref={list}>
        {calls.length === 0 ? (
          <p className="text-small dimmed">No saved calls yet. Fill in a URL and save it.</p>
        ) : null}
        {calls.map((call) => (
          <CallRow
            key={call.id}
            environmentId={environmentId}
            call={call}
            isChosen={call.id === chosen?.id}
            isStop={call.id === stop}
            onChoose={onChoose}
            onFocus={setStop}
            onKeyDown={onKeyDown}
          />
        ))}
      </nav>
    </div>
  )
}

interface ActProps {
  label: string
  icon: typeof IconPlus
  disabled?: boolean
  onClick: () => void
}

function Act({ label, icon: Icon, disabled = false, onClick }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" aria-label={label} disabled={disabled} onClick={onClick}>
        <Icon size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
