import { useMemo } from 'react'
import { Bytes } from '../ui/Bytes.tsx'
import { LongText } from '../ui/LongText.tsx'
import { useStateOf } from '../ui/use-state-of.ts'
import { fold } from './fold.ts'

const limit = { lines: 12, characters: 400 }
/** What is only a little longer is shown whole: unfolding it would not be worth the press. */
const tolerated = { lines: 15, characters: 500 }

/** Text that shows its beginning when it is long, and all of it when asked. `what` names it, such as `value of jti`. */
export function FoldedText({ text, what }: { text: string; what: string }) {
  const [isOpen, setOpen] = useStateOf(text, false)
  const folded = useMemo(() => (fold(text, tolerated).isWhole ? null : fold(text, limit)), [text])
  if (folded === null) return <Bytes text={text} />
  const { lines, characters } = folded
  const size =
    lines > limit.lines ? `${lines.toLocaleString('en')} lines` : `${characters.toLocaleString('en')} characters`
  return (
    <>
      {isOpen ? <LongText text={text} label={what} /> : <Bytes text={`${folded.shown}…`} />}
      <button
        type="button"
        className="fold-button"
        aria-expanded={isOpen}
        aria-label={`${isOpen ? 'Show less' : `Show all ${size}`} of ${what}`}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Show less' : `Show all ${size}`}
      </button>
    </>
  )
}
