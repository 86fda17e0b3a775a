import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'

interface Props<T> {
  label: string
  items: readonly T[]
  /** A guess at the height of one in pixels; each is measured when it is seen. */
  estimate: number
  /** None where it fills what is left beside its neighbours. */
  maxHeight?: string
  /** Rows of a table around this, or a separate list. */
  as: 'rows' | 'list'
  /** How many rows of the table come before, for assistive technology. */
  before?: number
  /** The key of the item to bring into sight; it stays on the page when it is scrolled away, for it may have the focus. */
  current?: string | null
  /** False where one of the items is the stop for the Tab key. */
  tabStop?: boolean
  className?: string
  keyOf: (item: T) => string
  children: (item: T) => ReactNode
}

/** A long list, of which only what is seen is on the page. */
export function VirtualList<T>({
  label,
  items,
  estimate,
  maxHeight,
  as,
  before = 0,
  current = null,
  tabStop = true,
  className = 'virtual-list',
  keyOf,
  children,
}: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  const currentIndex = current === null ? -1 : items.findIndex((item) => keyOf(item) === current)
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    overscan: 8,
    rangeExtractor: useCallback(
      (range: Range) => withIndex(defaultRangeExtractor(range), currentIndex),
      [currentIndex],
    ),
  })
  useEffect(() => {
    if (currentIndex >= 0) virtualizer.scrollToIndex(currentIndex, { align: 'auto' })
  }, [virtualizer, current, currentIndex])
  return (
    <div
      ref={scroller}
      role={as === 'rows' ? 'rowgroup' : 'list'}
      aria-label={label}
      tabIndex={tabStop ? 0 : undefined}
      className={className}
      style={{ maxHeight }}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          return item === undefined ? null : (
            <div
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              className="virtual-item"
              style={{ transform: `translateY(${start}px)` }}
              {...(as === 'rows'
                ? { role: 'row', 'aria-rowindex': before + index + 1 }
                : { role: 'listitem', 'aria-posinset': index + 1, 'aria-setsize': items.length })}
            >
              {children(item)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** In order, for the order on the page is the one of the Tab key and of screen readers. */
function withIndex(indexes: readonly number[], index: number): number[] {
  return index < 0 || indexes.includes(index) ? [...indexes] : [...indexes, index].toSorted((one, other) => one - other)
}
