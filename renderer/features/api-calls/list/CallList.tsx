import { type DragEvent, type KeyboardEvent, type ReactElement, useRef, useState } from 'react'
import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { callFolderRule, callNameRule } from '../../../../electron/vocabulary/api-request-rules.ts'
import { createKept, useKept } from '../../../state/kept.ts'
import { type At, below } from '../../../ui/at.ts'
import { pathOf, titleOf } from '../../../ui/name-of.ts'
import { placeBeside, placeNextTo } from '../../../ui/place.ts'
import { useMovedFocus } from '../../../ui/use-moved-focus.ts'
import { useRovingStop } from '../../../ui/use-roving-stop.ts'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { CallFolderMenu } from './CallFolderMenu.tsx'
import { CallFolderRow } from './CallFolderRow.tsx'
import { CallMenu } from './CallMenu.tsx'
import { callFoldersOf, type CallListRow, callRowsOf, folderKey } from './call-rows.ts'
import { CallRow, dragging } from './CallRow.tsx'
import { type RowAct, rowAct } from './list-keys.ts'
import { RenameBox } from './RenameBox.tsx'
import { foundAhead, type Typed, typedMore } from './type-ahead.ts'
import { useListedCalls } from './use-listed-calls.ts'

interface Props {
  environmentId: string
  calls: readonly ApiCallSummary[]
  /** What is searched for. */
  words: readonly string[]
  chosen: ApiCallSummary | null
  onChoose: (id: string) => void
}

/** The folders that are closed, by environment, while the app runs. */
const closedFolders = createKept<ReadonlySet<string>>(new Set())

/** The saved calls by folder, as one Tab stop. */
export function CallList({ environmentId, calls, words, chosen, onChoose }: Props) {
  const acts = useListedCalls(environmentId, calls)
  const [closed, setClosed] = useKept(closedFolders, environmentId)
  const [menu, setMenu] = useState<{ row: CallListRow; at: At } | null>(null)
  const [renamed, setRenamed] = useState<string | null>(null)
  const typed = useRef<Typed | null>(null)
  const isFiltered = words.length > 0
  const rows = callRowsOf({ calls, words, isOpen: (folder) => isFiltered || !closed.has(folder) })
  const { list, stop, setStop, goTo, onKeyDown } = useRovingStop(
    rows.map(({ key }) => key),
    chosen?.id ?? null,
  )
  const noteMoved = useMovedFocus(goTo)

  const toggle = (folder: string) =>
    setClosed((now) => new Set(now.has(folder) ? [...now].filter((one) => one !== folder) : [...now, folder]))
  const move: typeof acts.move = (id, place) => {
    noteMoved(id)
    acts.move(id, place)
  }
  /** The row that has the focus once this one is gone. */
  const goPast = (row: CallListRow) => {
    const hadFocus = list.current?.contains(document.activeElement) === true || document.activeElement === document.body
    const left = rows.filter(({ key }) => key !== row.key && !isInside(row, rows, key))
    const next = left[rows.indexOf(row)] ?? left.at(-1)
    return () => (hadFocus && next !== undefined ? goTo(next.key) : undefined)
  }
  const remove = (row: CallListRow) => {
    if (row.kind === 'call') acts.remove(row.call, goPast(row))
    else acts.removeFolder(row.folder, goPast(row))
  }
  const duplicate = (row: CallListRow) => {
    if (row.kind !== 'call') return
    acts.duplicate(row.call, (id) => {
      onChoose(id)
      goTo(id)
    })
  }
  const goOut = (row: CallListRow) => {
    if (row.kind === 'call') return row.call.folder === '' ? undefined : goTo(folderKey(row.call.folder))
    return row.isOpen && !isFiltered ? toggle(row.folder) : undefined
  }
  const goIn = (row: CallListRow) => {
    if (row.kind === 'call') return undefined
    if (!row.isOpen) return toggle(row.folder)
    const first = rows[rows.indexOf(row) + 1]
    return first === undefined ? undefined : goTo(first.key)
  }
  const step = (row: CallListRow, by: -1 | 1) => {
    if (row.kind === 'call') move(row.key, placeNextTo(calls, row.call, by))
  }
  const act = (name: RowAct, row: CallListRow, element: Element): void => {
    switch (name) {
      case 'menu':
        return setMenu({ row, at: below(element) })
      case 'rename':
        return setRenamed(row.key)
      case 'duplicate':
        return duplicate(row)
      case 'remove':
        return remove(row)
      case 'up':
        return step(row, -1)
      case 'down':
        return step(row, 1)
      case 'out':
        return goOut(row)
      case 'in':
        return goIn(row)
    }
  }
  const onKey = (row: CallListRow) => (event: KeyboardEvent<HTMLElement>) => {
    const name = rowAct(event)
    if (name !== null) {
      event.preventDefault()
      return act(name, row, event.currentTarget)
    }
    if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      const more = typedMore(typed.current, event.key, event.timeStamp)
      if (more !== null) {
        typed.current = more
        event.preventDefault()
        const found = foundAhead(rows.map(rowName), rows.indexOf(row), more.text)
        const key = found === null ? undefined : rows[found]?.key
        return key === undefined ? undefined : goTo(key)
      }
    }
    return onKeyDown(event)
  }
  const onDrop = (row: CallListRow) => (event: DragEvent<HTMLElement>) => {
    const drop = dragging.dropped(event)
    if (drop === null) return
    event.stopPropagation()
    if (row.kind === 'folder') move(drop.id, { folder: row.folder, before: null })
    else move(drop.id, placeBeside(calls, drop.id, row.call, drop.half))
  }
  const endRename = (row: CallListRow) => (name: string | null) => {
    setRenamed(null)
    const isFolder = row.kind === 'folder'
    const isNamed = name !== null && (!isFolder || name !== '')
    goTo(isFolder && isNamed ? folderKey(name) : row.key)
    if (!isNamed) return
    if (isFolder) acts.renameFolder(row.folder, name)
    else acts.rename(row.call, name)
  }
  const closeMenu = () => {
    const key = menu?.row.key
    setMenu(null)
    if (key !== undefined) goTo(key)
  }

  const draw = (row: CallListRow) => {
    const of = {
      isStop: row.key === stop,
      onFocus: () => setStop(row.key),
      onKeyDown: onKey(row),
      onMenu: (at: At) => setMenu({ row, at }),
      onDrop: onDrop(row),
    }
    if (row.key === renamed) return <Renamed row={row} onDone={endRename(row)} />
    return row.kind === 'folder' ? (
      <CallFolderRow row={row} {...of} onToggle={() => toggle(row.folder)} />
    ) : (
      <CallRow
        {...of}
        environmentId={environmentId}
        call={row.call}
        words={words}
        isChosen={row.key === chosen?.id}
        onChoose={() => onChoose(row.key)}
      />
    )
  }

  return (
    <nav aria-label="Saved calls" className="call-rows" ref={list}>
      <div
        role="presentation"
        className="call-rows"
        onDragOver={dragging.over}
        onDragLeave={dragging.leave}
        onDrop={(event) => {
          // Below the rows.
          const drop = dragging.dropped(event)
          if (drop !== null) move(drop.id, { folder: '', before: null })
        }}
      >
        {rows.length > 0 ? null : (
          <p className="text-small dimmed" role="status">
            {isFiltered ? 'No matches' : 'No saved calls yet. Fill in a URL and save it.'}
          </p>
        )}
        <VirtualList
          label="Calls"
          items={rows}
          estimate={28}
          as="list"
          current={stop}
          tabStop={false}
          className="call-scroller"
          keyOf={({ key }) => key}
        >
          {drawnOnce(draw)}
        </VirtualList>
      </div>
      {menu?.row.kind === 'call' ? (
        <CallMenu
          at={menu.at}
          call={menu.row.call}
          folders={callFoldersOf(calls)}
          onRename={() => setRenamed(menu.row.key)}
          onDuplicate={() => duplicate(menu.row)}
          onMove={(folder) => move(menu.row.key, { folder, before: null })}
          onRemove={() => remove(menu.row)}
          onClose={closeMenu}
        />
      ) : null}
      {menu?.row.kind === 'folder' ? (
        <CallFolderMenu
          at={menu.at}
          folder={menu.row.folder}
          calls={menu.row.all}
          onRename={() => setRenamed(menu.row.key)}
          onRemove={() => remove(menu.row)}
          onClose={closeMenu}
        />
      ) : null}
    </nav>
  )
}

function Renamed({ row, onDone }: { row: CallListRow; onDone: (name: string | null) => void }) {
  return row.kind === 'folder' ? (
    <RenameBox label="Folder name" name={row.folder} rule={callFolderRule} onDone={onDone} />
  ) : (
    <RenameBox
      label="Call name"
      name={row.call.name}
      rule={callNameRule}
      placeholder={visible(pathOf(row.call.url))}
      onDone={onDone}
    />
  )
}

/** By what a row is found as its first letters are typed. */
const rowName = (row: CallListRow): string => (row.kind === 'folder' ? row.folder : titleOf(row.call))

/** Whether a row is one of a folder's calls. */
function isInside(folder: CallListRow, rows: readonly CallListRow[], key: string): boolean {
  if (folder.kind !== 'folder') return false
  const row = rows.find((one) => one.key === key)
  return row?.kind === 'call' && row.call.folder === folder.folder
}

/** The same element for the same row until the list is drawn again: scrolling draws only rows that come into sight. */
function drawnOnce(draw: (row: CallListRow) => ReactElement): (row: CallListRow) => ReactElement {
  const drawn = new Map<string, ReactElement>()
  return (row) => {
    const element = drawn.get(row.key) ?? draw(row)
    drawn.set(row.key, element)
    return element
  }
}
