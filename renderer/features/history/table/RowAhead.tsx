import { lineId } from './HistoryRowLine.tsx'

interface Props {
  place: number
  top: number
  line: number
  isActive: boolean
}

/** Where a row will be once it is read. */
export function RowAhead({ place, top, line, isActive }: Props) {
  return (
    <div
      id={lineId(place)}
      role="row"
      aria-rowindex={line}
      aria-busy
      data-place={place}
      data-active={isActive || undefined}
      className="history-row"
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" aria-colspan={6} className="history-ahead">
        <span className="heard">Loading</span>
      </span>
    </div>
  )
}
