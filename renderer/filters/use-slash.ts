import { useWindowEvent } from '@mantine/hooks'
import type { RefObject } from 'react'

/** The slash goes to the search of the page while the focus is in the page; elsewhere it filters the environments. */
export function useSlash(box: RefObject<HTMLElement | null>): void {
  useWindowEvent('keydown', onKeyDown, { capture: true })

  function onKeyDown(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, altKey } = event
    if (key !== '/' || ctrlKey || metaKey || altKey || !(target instanceof Element)) return
    if (target.closest('.page') === null || target.matches('input, textarea, [contenteditable]')) return
    event.preventDefault()
    event.stopPropagation()
    box.current?.focus()
  }
}
