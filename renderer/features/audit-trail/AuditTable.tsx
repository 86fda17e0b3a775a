import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AuditBreak, AuditFilter } from '../../../electron/contract/audit.ts'
import { useAuditEntries } from '../../queries/audit-entries.ts'
import { roved } from '../../ui/roving.ts'
import { useMinute } from '../../ui/use-now.ts'
import { AuditRow } from './AuditRow.tsx'
import { dayAbove } from './day-above.ts'

interface Props {
  filter: AuditFilter
  found: number
  /** False while `found` is still of an earlier filter. */
  isSettled: boolean
  broken: AuditBreak | null
  /** The place to bring into sight, newest is 0; another object asks again. */
  goal: { place: number } | null
}

/** The entries by day, newest first; only what is seen is on the page and read. */
export function AuditTable({ filter, found, isSettled, broken, goal }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const today = new Date(useMinute()).setHours(0, 0, 0, 0)
  const current = Math.min(stop, found - 1)
  const virtualizer = useVirtualizer({
    count: found,
    getScrollElement: () => scroller.current,
    estimateSize: () => 28,
    overscan: 8,
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range)
        // It may have the focus.
        return shown.includes(current) ? shown : [...shown, current].toSorted((one, other) => one - other)
      },
      [current],
    ),
  })
  const items = virtualizer.getVirtualItems()
  const seen = items.filter(({ index }) => index !== current)
  const from = (seen[0] ?? items[0])?.index ?? 0
  const to = (seen.at(-1) ?? items.at(-1))?.index ?? -1
  const entryAt = useAuditEntries(filter, { from: from - 1, to, found: isSettled ? found : null })

  useEffect(() => {
    if (goal === null) return
    setStop(goal.place)
    virtualizer.scrollToIndex(goal.place, { align: 'center' })
  }, [goal, virtualizer])
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [filter])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = roved(event.key, current, found)
    if (next === null) return
    event.preventDefault()
    flushSync(() => setStop(next))
    virtualizer.scrollToIndex(next)
    scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus()
  }
  const toggle = (id: string, place: number) => {
    setStop(place)
    setOpened((now) => (now.has(id) ? new Set([...now].filter((other) => other !== id)) : new Set([...now, id])))
  }

  return (
    <div className="audit-table" role="table" aria-label="Entries, newest first" aria-rowcount={found + 1}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className="audit-row audit-head">
          {['Time', 'What', 'Environment', 'Entry'].map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
      </div>
      <div ref={scroller} role="rowgroup" className="audit-scroll">
        <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, key, start }) => {
            const entry = entryAt(index)
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                role="presentation"
                className="virtual-item"
                style={{ transform: `translateY(${start}px)` }}
              >
                <AuditRow
                  entry={entry}
                  place={index}
                  day={
                    entry === null ? null : dayAbove(entry, index === 0 ? null : entryAt(index - 1), index === 0, today)
                  }
                  broken={broken}
                  isStop={index === current}
                  isOpen={entry !== null && opened.has(entry.id)}
                  onToggle={toggle}
                  onKeyDown={onKeyDown}
                />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
