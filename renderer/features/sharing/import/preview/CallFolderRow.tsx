import { IconChevronDown, IconChevronRight, IconFolder } from '@tabler/icons-react'
import type { KeyboardEventHandler } from 'react'
import { visible } from '../../../../../electron/common/visible.ts'
import type { CallTreeRow } from './call-tree.ts'
import { Tick } from './Tick.tsx'

interface Props {
  row: Extract<CallTreeRow, { kind: 'folder' }>
  isStop: boolean
  isDisabled: boolean
  onFocus: () => void
  onKeyDown: KeyboardEventHandler
  onTick: (isTaken: boolean) => void
  onFold: () => void
}

/** The head of a folder: takes all of it or nothing, and folds it. */
export function CallFolderRow({ row: { folder, ids, ticked, isOpen }, isStop, isDisabled, onFold, ...on }: Props) {
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  const name = visible(folder)
  const { onTick, onFocus, onKeyDown } = on
  return (
    <div className="import-call" data-out={ticked === 'none' || undefined}>
      <Tick
        ticked={ticked}
        aria-label={`Folder ${name}, ${ids.length.toLocaleString('en')}`}
        aria-expanded={isOpen}
        aria-disabled={isDisabled}
        tabIndex={isStop ? 0 : -1}
        onTick={(isTaken) => (isDisabled ? undefined : onTick(isTaken))}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-hidden
        className="import-folder"
        title={name}
        // The focus stays in the list.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onFold}
      >
        <IconFolder size={16} stroke={1.6} />
        <bdi className="ellipsis">{name}</bdi>
        <span className="import-note">{ids.length.toLocaleString('en')}</span>
        <Chevron size={14} stroke={1.6} />
      </button>
    </div>
  )
}
