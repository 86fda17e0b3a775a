import { memo } from 'react'
import { dayTitle } from '../../../ui/day-title.ts'

interface Props {
  startsAt: number
  top: number
  /** Of the heading in the table, from 1, for assistive technology. */
  line: number
  /** The day of today: the heading says how far away it is. */
  today: string
}

/** The heading above the exchanges of a day. */
export const DayLine = memo(function DayLine({ startsAt, top, line, today }: Props) {
  return (
    <div role="row" aria-rowindex={line} className="history-day" style={{ transform: `translateY(${top}px)` }}>
      <span role="rowheader" aria-colspan={6}>
        {dayTitle(startsAt, new Date(today).getTime())}
      </span>
    </div>
  )
})
