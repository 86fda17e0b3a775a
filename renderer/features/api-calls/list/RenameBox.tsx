import { useRef } from 'react'
import type { TextRule } from '../../../../electron/vocabulary/text-rule.ts'

interface Props {
  label: string
  name: string
  rule: TextRule
  placeholder?: string
  /** Null where nothing changes. It is called once. */
  onDone: (name: string | null) => void
}

/** A name in its row, to be changed: Enter and leaving it take the name, Escape does not. */
export function RenameBox({ label, name, rule, placeholder = '', onDone }: Props) {
  const isOver = useRef(false)
  const end = (typed: string | null) => {
    if (isOver.current) return
    isOver.current = true
    const next = typed?.trim() ?? name
    onDone(next === name ? null : next)
  }
  return (
    <input
      className="call-rename"
      aria-label={label}
      defaultValue={name}
      placeholder={placeholder}
      maxLength={rule.most}
      dir="auto"
      spellCheck={false}
      ref={(box) => {
        // Once, when it appears.
        if (box !== null && document.activeElement !== box) {
          box.focus()
          box.select()
        }
      }}
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // Else it is a press of the row as well, which has the focus then.
        event.preventDefault()
        end(event.key === 'Enter' ? event.currentTarget.value : null)
      }}
    />
  )
}
