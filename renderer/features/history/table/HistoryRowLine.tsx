import { IconNote, IconPin } from '@tabler/icons-react'
import { memo } from 'react'
import { visible } from '../../../../electron/common/visible.ts'
import type { HistoryRow } from '../../../../electron/contract/history.ts'
import { StateIcon } from '../../../ui/StateIcon.tsx'
import { FoundText } from '../FoundText.tsx'
import { rowText } from './row-text.ts'

interface Props {
  row: HistoryRow
  place: number
  top: number
  /** Of the row in the table, from 1, for assistive technology. */
  line: number
  environmentName: string
  words: readonly string[]
  isOpen: boolean
  isActive: boolean
  isChosen: boolean
}

/** The id of the row's element. */
export const lineId = (place: number): string => `history-row-${place}`

/** One exchange in a line. */
export const HistoryRowLine = memo(function HistoryRowLine(props: Props) {
  const { row, place, top, line, environmentName, words, isOpen, isActive, isChosen } = props
  const text = rowText(row)
  return (
    <div
      id={lineId(place)}
      role="row"
      aria-rowindex={line}
      aria-selected={isChosen}
      aria-current={isOpen || undefined}
      data-place={place}
      data-active={isActive || undefined}
      className="history-row"
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell">{text.time}</span>
      <span role="gridcell" className="ellipsis" title={visible(environmentName)}>
        <FoundText text={environmentName} words={words} />
      </span>
      <span role="gridcell" className="history-request mono" title={visible(`${row.method} ${row.url}`)}>
        <span className="history-method">{visible(text.method)}</span>{' '}
        <span className="ellipsis">
          <FoundText text={text.path} words={words} />
        </span>
      </span>
      <span role="gridcell" className="history-status" data-tone={text.tone}>
        <StateIcon tone={text.tone} /> {text.status}
      </span>
      <span role="gridcell" className="history-took">
        {text.took}
      </span>
      <span role="gridcell" className="history-finding">
        <span className="ellipsis" title={visible(text.finding)}>
          <FoundText text={text.finding} words={words} />
        </span>
        {row.hasNote ? <IconNote size={14} stroke={1.6} role="img" aria-label="Has a note" /> : null}
        {row.isPinned ? <IconPin size={14} stroke={1.6} role="img" aria-label="Pinned" /> : null}
      </span>
    </div>
  )
})
