import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { roved, stopOf } from './roving.ts'

export interface RovingStop {
  /** What holds the list. */
  list: RefObject<HTMLDivElement | null>
  /** The item with `tabIndex` 0; null in an empty list. */
  stop: string | null
  /** Notes that this item has the focus. */
  setStop: (id: string) => void
  /** Leads from elsewhere to the item with the stop. */
  enter: (event: KeyboardEvent) => void
  /** Puts the focus on an item of the list, which may be out of sight. */
  goTo: (id: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/**
 * One stop for the Tab key in a list of any length; arrows, Page Up and Down, Home and End lead to the other items.
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */
export function useRovingStop(ids: readonly string[], current: string | null): RovingStop {
  const list = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState<{ id: string; while: string | null } | null>(null)
  const stop = stopOf(ids, [last?.while === current ? last.id : null, current])
  const goTo = (id: string) => {
    // It is put on the page by this.
    flushSync(() => setLast({ id, while: current }))
    focusStop(list.current)
  }
  return {
    list,
    goTo,
    stop,
    setStop: (id) => setLast({ id, while: current }),
    enter: (event) => {
      event.preventDefault()
      focusStop(list.current)
    },
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const next = roved(event.key, ids.indexOf(stop ?? ''), ids.length)
      const id = next === null ? undefined : ids[next]
      if (id === undefined) return
      event.preventDefault()
      if (id !== stop) goTo(id)
    },
  }
}

function focusStop(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>('[role="listitem"] [tabindex="0"]')?.focus()
}
