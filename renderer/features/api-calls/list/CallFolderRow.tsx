import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { DragEventHandler, KeyboardEventHandler } from 'react'
import { count } from '../../../ui/count.ts'
import { visible } from '../../../../electron/common/visible.ts'
import type { At } from '../../../ui/at.ts'
import type { CallListRow } from './call-rows.ts'
import { dragging, RowActions } from './CallRow.tsx'

interface Props {
  row: Extract<CallListRow, { kind: 'folder' }>
  isStop: boolean
  onFocus: () => void
  onKeyDown: KeyboardEventHandler<HTMLElement>
  onToggle: () => void
  onMenu: (at: At) => void
  onDrop: DragEventHandler<HTMLElement>
}

/** The head of a folder: opens and closes it, and says how many calls it holds. */
export function CallFolderRow({ row, isStop, onFocus, onKeyDown, onToggle, onMenu, onDrop }: Props) {
  const { folder, shown, all, isOpen } = row
  const Icon = isOpen ? IconChevronDown : IconChevronRight
  const name = visible(folder)
  return (
    <div
      className="call-item"
      data-folder
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu({ x: event.clientX, y: event.clientY })
      }}
      onDragOver={dragging.over}
      onDragLeave={dragging.leave}
      onDrop={onDrop}
    >
      <button
        type="button"
        className="call-row call-folder"
        aria-label={`${name}, ${shown === all ? count(all, 'call') : `${shown} of ${count(all, 'call')}`}`}
        aria-expanded={isOpen}
        tabIndex={isStop ? 0 : -1}
        title={name}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={onToggle}
      >
        <Icon size={14} stroke={1.6} aria-hidden />
        <span className="ellipsis">{name}</span>
        <span className="call-count">{shown === all ? all : `${shown} of ${all}`}</span>
      </button>
      <RowActions label={`Actions for folder ${name}`} onMenu={onMenu} />
    </div>
  )
}
