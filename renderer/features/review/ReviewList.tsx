import { type KeyboardEvent, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { ReviewItem } from '../../../electron/contract/review.ts'
import type { Practice } from '../../../electron/vocabulary/review.ts'
import { sectionTitles } from '../../../electron/wording/review/practices.ts'
import { roved } from '../../ui/roving.ts'
import { ReviewRow } from './ReviewRow.tsx'
import { shownSections } from './shown-items.ts'

interface Props {
  items: readonly ReviewItem[]
  chosen: Practice | null
  /** By the arrow keys; and by a click or Enter, which shows it beside the list. */
  onSelect: (practice: Practice) => void
  onOpen: (practice: Practice, byKey: boolean) => void
}

/** The practices by section, in the order and words of the document, as one Tab stop. */
export function ReviewList({ items, chosen, onSelect, onOpen }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const sections = shownSections(items)
  const order = sections.flatMap((section) => section.items.map(({ practice }) => practice))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || chosen === null) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return onOpen(chosen, true)
    }
    const next = roved(event.key, order.indexOf(chosen), order.length)
    const practice = next === null ? undefined : order[next]
    if (practice === undefined) return
    event.preventDefault()
    flushSync(() => onSelect(practice))
    list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
  }
  return (
    <div className="review-list" role="group" aria-label="Practices" ref={list}>
      {sections.map(({ name, number, items: shown }) => (
        <section key={name} aria-labelledby={`review-${name}`}>
          <h2 id={`review-${name}`}>
            <span>{number}</span> {sectionTitles[name]}
          </h2>
          <ul>
            {shown.map((item) => (
              <ReviewRow
                key={item.practice}
                item={item}
                isChosen={item.practice === chosen}
                onChoose={() => onOpen(item.practice, false)}
                onKeyDown={onKeyDown}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
