import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type RefObject, useEffect, useState } from 'react'
import { copyExactly } from '../copy-exactly.ts'

interface Props {
  text: string
  /** What is copied, for the button's name. */
  what: string
  shown: RefObject<Element | null>
}

/** A small button that copies a value as it was sent; seen under the pointer and with the keyboard. */
export function CopyValue({ text, what, shown }: Props) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])
  const label = copied ? 'Copied' : `Copy ${what}`
  return (
    <button
      type="button"
      className="copy-value"
      aria-label={label}
      title={label}
      data-copied={copied || undefined}
      onClick={() => shown.current !== null && setCopied(copyExactly(text, shown.current))}
    >
      {copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
    </button>
  )
}
