import { useEffect } from 'react'
import { focusHeading, keepFocus } from './keep-focus.ts'

/** The focus is never on the page's body: it stays where it is, or goes to the heading of the page that was chosen. */
export function useKeepFocus(): void {
  useEffect(() => {
    // A dialog that led here is about to close, and what had the focus before it belongs to the page before. One that the
    // chosen page opened stays.
    const leave = (dialog: Element | null) => {
      if (dialog?.contains(document.activeElement)) focusHeading(document)
    }
    // Once the chosen page is shown.
    const onRoute = () => setTimeout(leave, 0, document.activeElement?.closest('[role="dialog"]') ?? null)
    window.addEventListener('hashchange', onRoute)
    const end = keepFocus(document)
    return () => {
      window.removeEventListener('hashchange', onRoute)
      end()
    }
  }, [])
}
