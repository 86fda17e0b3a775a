import { useState } from 'react'
import { oneOf } from '../../electron/common/one-of.ts'
import { calendarDate } from '../ui/format.ts'
import { type Span, spans, type TimeChoice } from './time-choice.ts'
import { dayAfter, daysText, startOfDay } from './dates.ts'
import { FilterMenu } from './FilterMenu.tsx'

const names: Readonly<Record<Span, string>> = {
  '1h': 'last hour',
  '24h': 'last 24 hours',
  '7d': 'last 7 days',
  '30d': 'last 30 days',
}

interface Props {
  time: TimeChoice
  onChange: (time: TimeChoice) => void
}

/** When: a span that ends now, or between two days, both of them included. */
export function TimeFilter({ time, onChange }: Props) {
  return (
    <FilterMenu
      name="Time"
      options={spans.map((span) => ({ value: span, label: names[span] }))}
      chosen={time.kind === 'last' ? [time.span] : []}
      {...(time.kind === 'between' && { text: daysText(time) })}
      onToggle={(value) => {
        const span = oneOf(spans, value)
        onChange(
          span === null || (time.kind === 'last' && time.span === span) ? { kind: 'any' } : { kind: 'last', span },
        )
      }}
      onClear={() => onChange({ kind: 'any' })}
    >
      <Between time={time} onChange={onChange} />
    </FilterMenu>
  )
}

function Between({ time, onChange }: Props) {
  const now = time.kind === 'between' ? time : { from: null, to: null }
  const change = (from: number | null, to: number | null) =>
    onChange(from === null && to === null ? { kind: 'any' } : { kind: 'between', from, to })
  return (
    <div className="filter-dates" role="group" aria-label="Between two days">
      <DateField name="From" at={now.from} onChange={(day) => change(startOfDay(day), now.to)} />
      <DateField
        name="To"
        at={now.to === null ? null : now.to - 1}
        onChange={(day) => change(now.from, day === '' ? null : dayAfter(day))}
      />
    </div>
  )
}

interface DateProps {
  name: string
  /** Milliseconds since 1970. */
  at: number | null
  onChange: (day: string) => void
}

/** A day. What is typed half is not a day yet, and changes nothing. */
function DateField({ name, at, onChange }: DateProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label>
      {name}
      <input
        type="date"
        value={typed ?? (at === null ? '' : calendarDate(at))}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => {
          if (typed !== null) onChange(typed)
          setTyped(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed !== null) onChange(typed)
        }}
      />
    </label>
  )
}
