import { useMemo } from 'react'
import { Bytes } from './Bytes.tsx'
import { visible } from '../../electron/common/visible.ts'
import { pieces } from './pieces.ts'

/** A text shorter than this is laid out at once without anybody noticing. */
const atOnce = 20_000
const pieceSize = 2000

/** A text of any length, all of it: a long one scrolls in a box, in pieces that are laid out when they come into sight. */
export function LongText({ text, label }: { text: string; label: string }) {
  const parts = useMemo(() => (text.length <= atOnce ? null : pieces(text, pieceSize)), [text])
  if (parts === null) return <Bytes text={text} />
  return (
    <div className="bytes long-text" role="textbox" aria-readonly aria-multiline aria-label={label} tabIndex={0}>
      {parts.map((part, index) => (
        <div key={index}>{visible(part)}</div>
      ))}
    </div>
  )
}
