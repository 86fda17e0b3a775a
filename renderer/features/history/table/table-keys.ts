import type { KeyboardEvent } from 'react'

/** What a key does in the table. */
export type KeyAct = 'open' | 'choose' | 'choose_to' | 'choose_all' | 'escape' | 'delete'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

export function keyAct({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): KeyAct | null {
  if (altKey) return null
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' ? 'choose_all' : null
  switch (key) {
    case 'Enter':
      return 'open'
    case ' ':
      return shiftKey ? 'choose_to' : 'choose'
    case 'Escape':
      return 'escape'
    case 'Delete':
      return 'delete'
    default:
      return null
  }
}

/** The place that a key leads to; null for a key that leads nowhere. `page` are the rows in sight. */
export function keyPlace(
  { key, ctrlKey, metaKey, altKey }: Key,
  place: number,
  count: number,
  page: number,
): number | null {
  if (ctrlKey || metaKey || altKey || count === 0) return null
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }
  const step = steps[key]
  if (step !== undefined) return Math.min(count - 1, Math.max(0, place + step))
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
