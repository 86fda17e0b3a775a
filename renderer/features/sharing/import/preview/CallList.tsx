import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, memo, type ReactNode, useDeferredValue, useMemo } from 'react'
import { visible } from '../../../../../electron/common/visible.ts'
import { useImportedCalls } from '../../../../queries/imported-calls.ts'
import type { Importing } from '../../../../state/importing.ts'
import { createKept, useKept } from '../../../../state/kept.ts'
import { wordsOf } from '../../../../ui/marked-parts.ts'
import { useRovingStop } from '../../../../ui/use-roving-stop.ts'
import { VirtualList } from '../../../../ui/VirtualList.tsx'
import { CallFolderRow } from './CallFolderRow.tsx'
import { CallRow } from './CallRow.tsx'
import { type CallTreeRow, callTreeOf, tickedOf } from './call-tree.ts'
import { takeCalls } from './edits.ts'
import { SectionHead } from './SectionHead.tsx'
import { Tick } from './Tick.tsx'

interface Props {
  importId: string
  environmentId: string
  /** Whose they are: `in both environments`, `of Orders dev`. */
  owner: string
  leftOut: readonly string[]
  /** False where nothing of the environment is imported. */
  isTaken: boolean
  edit: Importing['edit']
}

/** What is searched for, and the folders that are closed, by import. */
const searched = createKept('')
const closedFolders = createKept<ReadonlySet<string>>(new Set())

/** From how many calls on they can be searched. */
const many = 12

/** Up to how many rows are all on the page, where that scrolls. */
const fewRows = 40

/** The calls of an environment by folder, each to be taken or left out. One Tab stop. */
export const CallList = memo(function CallList({ importId, environmentId, owner, leftOut, isTaken, edit }: Props) {
  const calls = useImportedCalls(importId, environmentId)
  const [text, setText] = useKept(searched, importId)
  const [closed, setClosed] = useKept(closedFolders, importId)
  const out = useMemo(() => new Set(leftOut), [leftOut])
  // A long list comes after the letter that was typed.
  const sought = useDeferredValue(text)
  const rows = useMemo(() => {
    const words = wordsOf(sought)
    return callTreeOf({
      calls: calls ?? [],
      leftOut: out,
      words,
      isOpen: (folder) => words.length > 0 || !closed.has(folder),
    })
  }, [calls, out, sought, closed])
  const keys = useMemo(() => rows.map(({ key }) => key), [rows])
  const { list, stop, setStop, goTo, onKeyDown } = useRovingStop(keys, null)
  if (calls === undefined || calls.length === 0) return null
  const fold = (folder: string, isOpen: boolean) =>
    setClosed((now) => new Set(isOpen ? [...now].filter((one) => one !== folder) : [...now, folder]))
  const take = (ids: readonly string[], isWanted: boolean) => edit(takeCalls(ids, isWanted))
  const found = rows.flatMap((row) => (row.kind === 'folder' ? row.ids : row.call.folder === '' ? [row.key] : []))
  const onKey = (row: CallTreeRow) => (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return onKeyDown(event)
    event.preventDefault()
    if (row.kind === 'folder') return fold(row.folder, event.key === 'ArrowRight')
    if (event.key === 'ArrowLeft' && row.call.folder !== '') goTo(`folder ${row.call.folder}`)
  }
  const draw = (row: CallTreeRow): ReactNode => {
    const of = {
      isStop: row.key === stop,
      isDisabled: !isTaken,
      onFocus: () => setStop(row.key),
      onKeyDown: onKey(row),
    }
    return row.kind === 'folder' ? (
      <CallFolderRow
        row={row}
        {...of}
        onTick={(isWanted) => take(row.ids, isWanted)}
        onFold={() => fold(row.folder, !row.isOpen)}
      />
    ) : (
      <CallRow row={row} {...of} onTick={(isWanted) => take([row.key], isWanted)} />
    )
  }
  return (
    <section aria-label="Calls in it" className="import-section" data-fills>
      <SectionHead
        title="Calls"
        note={`${calls.length.toLocaleString('en')} ${visible(owner)}`}
        tick={
          <Tick
            aria-label={text === '' ? 'All calls' : 'All calls that were found'}
            disabled={!isTaken}
            ticked={tickedOf(found, out)}
            onTick={(isWanted) => take(found, isWanted)}
          />
        }
      >
        {calls.length < many ? null : (
          <TextInput
            className="import-filter"
            aria-label="Filter calls"
            placeholder="Filter"
            leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
            value={text}
            onChange={(event) => {
              const { value } = event.currentTarget
              setText(() => value)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || text === '') return
              event.preventDefault()
              event.stopPropagation()
              setText(() => '')
            }}
          />
        )}
      </SectionHead>
      {rows.length > 0 ? null : (
        <p className="dimmed import-none" role="status">
          No matches
        </p>
      )}
      <div ref={list} className="import-fills" data-many={rows.length > fewRows || undefined}>
        <VirtualList
          label="Calls in it"
          as="list"
          items={rows}
          estimate={28}
          className="import-list import-calls"
          current={stop}
          tabStop={false}
          keyOf={({ key }) => key}
        >
          {draw}
        </VirtualList>
      </div>
    </section>
  )
})
