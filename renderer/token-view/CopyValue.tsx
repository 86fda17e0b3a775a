import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { copyExactly } from '../ui/copy-exactly.ts'
import { useCopied } from '../ui/use-copied.ts'

interface Props {
  text: string
  /** What is copied, for the button's name. */
  what: string
  shown: RefObject<Element | null>
}

/** A small button that copies a value as it was sent; seen under the pointer and with the keyboard. */
export function CopyValue({ text, what, shown }: Props) {
  const [copied, setCopied] = useCopied()
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
