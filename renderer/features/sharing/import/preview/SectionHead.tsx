import type { ReactNode } from 'react'

interface Props {
  title: string
  /** How many, or of what. */
  note: ReactNode
  /** What ticks all of it. */
  tick?: ReactNode
  children?: ReactNode
}

/** The head of a part of the preview. */
export function SectionHead({ title, note, tick = null, children = null }: Props) {
  return (
    <div className="import-head">
      {tick}
      <h2 className="region-title">{title}</h2>
      <span className="import-note ellipsis">{note}</span>
      {children}
    </div>
  )
}
