import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useId } from 'react'
import { visible } from '../../../electron/common/visible.ts'
import type { AuditBreak, AuditEntry } from '../../../electron/contract/audit.ts'
import { breakMark } from '../../../electron/wording/audit-chain.ts'
import { eventSentence } from '../../../electron/wording/audit-event.ts'
import { timeOfDay } from '../../ui/format.ts'
import { StateIcon } from '../../ui/StateIcon.tsx'
import { EntryFields } from './EntryFields.tsx'

interface Props {
  /** Null while it is read. */
  entry: AuditEntry | null
  /** From the newest, which is 0. */
  place: number
  /** The day that is named above; null for none. */
  day: string | null
  broken: AuditBreak | null
  /** Whether the Tab key comes to it. */
  isStop: boolean
  isOpen: boolean
  onToggle: (id: string, place: number) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** An entry as a sentence, and all that is recorded of it once it is opened. */
export const AuditRow = memo(function AuditRow({
  entry,
  place,
  day,
  broken,
  isStop,
  isOpen,
  onToggle,
  onKeyDown,
}: Props) {
  const fields = useId()
  const rowIndex = place + 2
  if (entry === null) {
    return (
      <div role="row" aria-rowindex={rowIndex} className="audit-row">
        <span role="cell">
          <button
            type="button"
            className="audit-time"
            tabIndex={isStop ? 0 : -1}
            aria-label="Entry is being read"
            onKeyDown={onKeyDown}
          />
        </span>
      </div>
    )
  }
  const { id, at, number, isSealed } = entry
  const environment = visible(entry.environmentName)
  const sentence = visible(eventSentence(entry, entry.environmentName === '' ? null : entry.environmentName))
  const mark = broken === null ? '' : breakMark(broken, number)
  const time = timeOfDay(at)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <>
      {day === null ? null : (
        <div role="row" className="audit-day">
          <span role="cell" aria-colspan={4}>
            {day}
          </span>
        </div>
      )}
      <div
        role="row"
        aria-rowindex={rowIndex}
        className="audit-row"
        data-open={isOpen || undefined}
        data-broken={mark === '' ? undefined : true}
      >
        <span role="cell">
          <button
            type="button"
            className="audit-time"
            tabIndex={isStop ? 0 : -1}
            aria-expanded={isOpen}
            aria-controls={isOpen ? fields : undefined}
            aria-label={`${time}, entry ${number}`}
            onClick={() => onToggle(id, place)}
            onKeyDown={onKeyDown}
          >
            <Chevron size={14} aria-hidden />
            {time}
          </button>
        </span>
        <span role="cell" className="audit-what" title={sentence}>
          {mark === '' ? null : (
            <span className="audit-mark">
              <StateIcon tone="bad" word="Broken" />
              {mark}
            </span>
          )}
          <span className="audit-sentence">{sentence}</span>
        </span>
        <span role="cell" className="ellipsis" title={environment}>
          {environment}
        </span>
        <span role="cell" className="audit-number" title={isSealed ? undefined : 'Not sealed yet'}>
          {isSealed ? null : <span className="audit-unsealed">not sealed</span>}
          {number.toLocaleString('en')}
        </span>
      </div>
      {isOpen ? (
        <div role="row" className="audit-opened">
          <div role="cell" aria-colspan={4} id={fields}>
            <EntryFields entry={entry} />
          </div>
        </div>
      ) : null}
    </>
  )
})
