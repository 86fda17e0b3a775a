import { IconDots } from '@tabler/icons-react'
import { type DragEventHandler, type KeyboardEventHandler, useId } from 'react'
import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { type At, below } from '../../../ui/at.ts'
import { createDragging } from '../../../ui/dragging.ts'
import { MarkedName } from '../../../ui/MarkedName.tsx'
import { pathOf, titleOf } from '../../../ui/name-of.ts'
import { LastStatus } from './LastStatus.tsx'

export const dragging = createDragging('api-call')

interface Props {
  environmentId: string
  call: ApiCallSummary
  /** What was searched for, to be marked. */
  words: readonly string[]
  isChosen: boolean
  /** Whether the Tab key comes to it; the arrow keys come to all. */
  isStop: boolean
  onChoose: () => void
  onFocus: () => void
  onKeyDown: KeyboardEventHandler<HTMLElement>
  onMenu: (at: At) => void
  onDrop: DragEventHandler<HTMLElement>
}

/** One saved call: method, name or else path, and the status of its last answer. */
export function CallRow(props: Props) {
  const { environmentId, call, words, isChosen, isStop, onChoose, onFocus, onKeyDown, onMenu, onDrop } = props
  const statusId = useId()
  const title = visible(titleOf(call))
  return (
    <div
      className="call-item"
      draggable
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu({ x: event.clientX, y: event.clientY })
      }}
      onDragStart={(event) => dragging.start(event, call.id)}
      onDragOver={dragging.over}
      onDragLeave={dragging.leave}
      onDrop={onDrop}
    >
      <button
        type="button"
        className="call-row"
        data-id={call.id}
        data-inside={call.folder === '' ? undefined : true}
        aria-label={title}
        aria-describedby={statusId}
        aria-pressed={isChosen}
        title={visible(call.url)}
        tabIndex={isStop ? 0 : -1}
        onClick={onChoose}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        <span className="mono call-method">{call.method === 'DELETE' ? 'DEL' : call.method}</span>
        <MarkedName name={visible(call.name === '' ? pathOf(call.url) : call.name)} words={words} />
        <span className="row-status" id={statusId}>
          <LastStatus environmentId={environmentId} callId={call.id} />
        </span>
      </button>
      <RowActions label={`Actions for ${title}`} onMenu={onMenu} />
    </div>
  )
}

/** The button of a row that opens its menu, while the pointer is there. */
export function RowActions({ label, onMenu }: { label: string; onMenu: (at: At) => void }) {
  return (
    <button
      type="button"
      className="row-actions"
      tabIndex={-1}
      aria-label={label}
      aria-haspopup="menu"
      onClick={(event) => onMenu(below(event.currentTarget))}
    >
      <IconDots size={16} stroke={1.6} aria-hidden />
    </button>
  )
}
