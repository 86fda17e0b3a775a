import { useEffect, useState } from 'react'

/** The path of the form's field that has the focus, or had it last. */
export function useFocusedPath(): string {
  const [path, setPath] = useState('')
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const focused = target instanceof HTMLElement ? target.dataset['path'] : undefined
      if (focused !== undefined) setPath(focused)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
  return path
}
