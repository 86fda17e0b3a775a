import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { dragging } from './dragging.ts'
import type { Row } from './rows.ts'

interface Props {
  row: Extract<Row, { kind: 'folder' }>
  isStop: boolean
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onToggle: () => void
  onDrop: (environmentId: string) => void
}

/** The head of a folder: opens and closes it, and says how many it holds. */
export function FolderRow({
  row: { folder, shown, all, isOpen },
  isStop,
  onFocus,
  onKeyDown,
  onToggle,
  onDrop,
}: Props) {
  const Icon = isOpen ? IconChevronDown : IconChevronRight
  const onKey = (event: KeyboardEvent) => {
    const leads = event.key === (isOpen ? 'ArrowLeft' : 'ArrowRight')
    if (!leads || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return onKeyDown(event)
    event.preventDefault()
    onToggle()
  }
  return (
    <button
      type="button"
      className="sidebar-page folder-row"
      data-folder={folder}
      aria-expanded={isOpen}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKey}
      onClick={onToggle}
      title={folder}
      onDragOver={dragging.over}
      onDragLeave={dragging.leave}
      onDrop={(event) => {
        const drop = dragging.dropped(event)
        if (drop !== null) onDrop(drop.id)
      }}
    >
      <Icon size={14} stroke={1.6} aria-hidden />
      <span className="ellipsis">{folder}</span>
      <span className="folder-count">{shown === all ? all : `${shown} of ${all}`}</span>
    </button>
  )
}
