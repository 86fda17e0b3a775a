import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { HistoryRow } from '../../../../electron/contract/history.ts'
import { useNow } from '../../../ui/use-now.ts'
import { type Chosen, isChosen } from '../chosen/chosen.ts'
import type { Found } from '../use-found.ts'
import { DayLine } from './DayLine.tsx'
import { HistoryRowLine, lineId } from './HistoryRowLine.tsx'
import type { LedTo } from './led-to.ts'
import { itemsBetween, layoutOf, rowAt } from './layout.ts'
import { RowAhead } from './RowAhead.tsx'
import { rowsIn, withActive } from './shown-items.ts'
import { TableHead } from './TableHead.tsx'
import { useActive } from './use-active.ts'
import { useAnchor } from './use-anchor.ts'
import { useKeptScroll } from './use-kept-scroll.ts'
import { useOpenInSight } from './use-open-in-sight.ts'
import { useTableKeys } from './use-table-keys.ts'
import { useViewport } from './use-viewport.ts'
import './table.css'

interface Props {
  found: Found
  words: readonly string[]
  /** The exchange that is open. */
  openId: string | null
  ledTo: LedTo
  chosen: Chosen
  nameOf: (row: HistoryRow) => string
  onChosen: (chosen: Chosen) => void
  /** `isStep` is false where the keys only passed it. */
  onOpen: (id: string, isStep: boolean) => void
  /** Whether the newest are in sight. */
  onTop: (isAtTop: boolean) => void
  onEscape: () => void
  onDelete: () => void
}

/** Pixels above and below what is seen that are on the page already. */
const ahead = 280

/** The exchanges that were found, of which only those in sight are on the page. */
export function HistoryTable(props: Props) {
  const { found, words, openId, ledTo, chosen, nameOf, onTop, onOpen: open } = props
  const { rows, search } = found
  const scroller = useRef<HTMLDivElement>(null)
  const [seen, onScroll] = useViewport(scroller)
  useSyncExternalStore(rows.subscribe, rows.state)
  const layout = useMemo(() => layoutOf(search.days), [search])
  useAnchor(scroller, search, layout)
  const wasLeftWith = useKeptScroll(scroller, found.key, openId)
  const [active, setActive] = useActive(found, layout.rows, openId)
  useOpenInSight({ found, layout, openId, ledTo, wasLeftWith, scroller, setActive })
  const onOpen = (id: string, isStep: boolean) => {
    ledTo.set(id)
    open(id, isStep)
  }
  const { onKeyDown, onClick } = useTableKeys({ ...props, onOpen, layout, active, setActive, scroller })
  const items = itemsBetween(layout, seen.top - ahead, seen.top + seen.height + ahead)
  const [from, to] = rowsIn(items)
  useEffect(() => rows.want(from, to), [rows, from, to])
  const isAtTop = seen.top <= 0
  useEffect(() => onTop(isAtTop), [isAtTop, onTop])
  const today = new Date(useNow()).toDateString()
  return (
    <div
      ref={scroller}
      role="grid"
      className="history-grid"
      aria-label="Exchanges"
      aria-multiselectable
      aria-colcount={6}
      aria-rowcount={layout.rows + layout.days.length + 1}
      aria-activedescendant={lineId(active)}
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <TableHead />
      <div role="rowgroup" className="history-rows" style={{ height: layout.height }}>
        {withActive(items, rowAt(layout, active)).map((item) => {
          if (item.kind === 'day')
            return <DayLine key={`day ${item.startsAt}`} {...item} line={item.at + 2} today={today} />
          const row = rows.get(item.place)
          const line = { place: item.place, top: item.top, line: item.at + 2, isActive: item.place === active }
          return row === undefined ? (
            <RowAhead key={item.place} {...line} />
          ) : (
            <HistoryRowLine
              key={item.place}
              {...line}
              row={row}
              environmentName={nameOf(row)}
              words={words}
              isOpen={row.id === openId}
              isChosen={isChosen(chosen, row.id)}
            />
          )
        })}
      </div>
    </div>
  )
}
