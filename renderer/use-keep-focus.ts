import { useEffect } from 'react'
import { focusHeading, keepFocus } from './keep-focus.ts'

/** The focus is never on the page's body: it stays where it is, or goes to the heading of the place that was chosen. */
export function useKeepFocus(): void {
  useEffect(() => {
    // A dialog that led here is about to close, and what had the focus before it belongs to the place before.
    const leaveDialog = () => {
      if (document.activeElement?.closest('[role="dialog"]')) focusHeading(document)
    }
    // Once the chosen place is on the page.
    const onPlace = () => setTimeout(leaveDialog)
    window.addEventListener('hashchange', onPlace)
    const end = keepFocus(document)
    return () => {
      window.removeEventListener('hashchange', onPlace)
      end()
    }
  }, [])
}
