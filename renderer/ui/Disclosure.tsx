import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import './plain.css'
import { useStateOf } from './use-state-of.ts'

interface Props {
  title: string
  /** What is said beside the title. */
  note?: ReactNode
  open: boolean
  /** What it is about: when that is another thing, it is as `open` says again. */
  about?: string
  children: ReactNode
}

/** Something that few need, behind its title; made when it is first opened, and kept as it is from then on. */
export function Disclosure({ title, note = null, open, about = '', children }: Props) {
  const id = useId()
  const [chosen, setChosen] = useStateOf<boolean | null>(about, null)
  const expanded = chosen ?? open
  const [wasOpened, setWasOpened] = useState(open)
  if (expanded && !wasOpened) setWasOpened(true)
  return (
    <div>
      <button
        type="button"
        className="link-button"
        aria-expanded={expanded}
        aria-controls={id}
        onClick={() => setChosen(!expanded)}
      >
        {expanded ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        {title}
      </button>
      {note === null ? null : <span className="disclosure-note">{note}</span>}
      <div id={id} hidden={!expanded} style={{ paddingTop: 4 }}>
        {wasOpened ? children : null}
      </div>
    </div>
  )
}
