import type { KeyboardEvent } from 'react'

/** Escape closes what is open within the panel, and not the panel with it. */
export function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.preventDefault()
}
