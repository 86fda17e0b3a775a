import { useEffect, useState } from 'react'

const shownFor = 1500

/** Whether something was copied a moment ago, and a way to say that it was. */
export function useCopied(): [copied: boolean, setCopied: (copied: boolean) => void] {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), shownFor)
    return () => clearTimeout(timer)
  }, [copied])
  return [copied, setCopied]
}
