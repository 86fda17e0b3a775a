import type { Checked } from '../../electron/contract/diagnosis.ts'
import { checkedGroups, checkedSummary } from '../../electron/wording/diagnosis/checked-groups.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { StateIcon, type Tone } from '../ui/StateIcon.tsx'
import './diagnosis.css'

const tones: Readonly<Record<Checked['result'], Tone>> = { found: 'warn', ruled_out: 'good', not_known: 'idle' }

/** What was looked at, by what it gave; nothing of a failure of before this was noted. */
export function WhatWasChecked({ checked }: { checked: readonly Checked[] }) {
  if (checked.length === 0) return null
  return (
    <Disclosure title="What was checked" note={checkedSummary(checked)} open={false}>
      <CheckedList checked={checked} />
    </Disclosure>
  )
}

export function CheckedList({ checked }: { checked: readonly Checked[] }) {
  return (
    <div className="checked">
      {checkedGroups(checked).map(({ result, title, labels }) => (
        <section key={result} aria-label={title}>
          <h3>
            <StateIcon tone={tones[result]} word={title} /> {title}
          </h3>
          <ul>
            {labels.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
