import type { ReactNode } from 'react'

interface Props {
  /** The exchange that is shown. */
  id: string
  /** The one that it is compared with; empty for none. */
  against: string
  /** What is searched for, as `soughtWords` has it: `FoundText` marks it. */
  words: readonly string[]
  /** The button that closes the panel, for its head. */
  toggle: ReactNode
}

/** One exchange of the history with all that is kept with it. */
export function HistoryEntry({ id, toggle }: Props) {
  return (
    <div className="drawer-head">
      <h2 className="mono ellipsis">{id}</h2>
      {toggle}
    </div>
  )
}
