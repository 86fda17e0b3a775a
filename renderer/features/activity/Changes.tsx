import { useId } from 'react'
import { visible } from '../../../electron/common/visible.ts'
import type { Drift } from '../../../electron/contract/drift.ts'
import { driftChange } from '../../../electron/wording/drift/drift-change.ts'
import { driftTitles } from '../../../electron/wording/drift/drift-title.ts'
import { hrefOf } from '../../route.ts'
import { StateIcon } from '../../ui/StateIcon.tsx'
import { momentText } from './calendar-text.ts'
import { untilText } from './drift-text.ts'
import { useExpected } from './use-expected.ts'

/** What differs from what was usual, newest first. */
export function Changes({ drift }: { drift: readonly Drift[] }) {
  const id = useId()
  return (
    <section className="activity-part" aria-labelledby={id}>
      <div className="activity-head">
        <h2 id={id}>Changes</h2>
        <div className="activity-note">Compared with what was usual before</div>
      </div>
      {drift.length === 0 ? (
        <p className="activity-none">Nothing changed.</p>
      ) : (
        <table className="activity-changes" aria-labelledby={id}>
          <tbody>
            {drift.map((each) => (
              <Change key={each.id} drift={each} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Change({ drift }: { drift: Drift }) {
  const markExpected = useExpected()
  const { kind, at, isExpected } = drift
  const title = driftTitles[kind]
  return (
    <tr>
      <td>{momentText(at)}</td>
      <th scope="row">
        <StateIcon tone={isExpected ? 'good' : 'warn'} word={isExpected ? 'Expected' : 'Not expected'} />
        {title}
      </th>
      <td>
        {driftChange(drift).map(({ text, isBytes }, index) => (
          <span key={index} className={isBytes ? 'mono' : undefined}>
            {visible(text)}
          </span>
        ))}
        {untilText(drift)}
      </td>
      <td>
        <Evidence drift={drift} />
        {isExpected ? <span>Expected</span> : null}
        {/* One button, so that it keeps the focus. */}
        <button
          type="button"
          className="link-button"
          aria-label={isExpected ? `Undo: ${title} is expected` : `Mark expected: ${title}`}
          onClick={() => markExpected([drift], !isExpected)}
        >
          {isExpected ? 'Undo' : 'Mark expected'}
        </button>
      </td>
    </tr>
  )
}

/** The exchange that shows it, beside the last of before. */
function Evidence({ drift: { kind, exchangeId, beforeExchangeId } }: { drift: Drift }) {
  if (exchangeId === null) return null
  const against = beforeExchangeId === null ? '' : new URLSearchParams({ against: beforeExchangeId }).toString()
  const words = beforeExchangeId === null ? 'Open' : 'Compare'
  return (
    <a href={hrefOf({ kind: 'history', id: exchangeId, query: against })} aria-label={`${words}: ${driftTitles[kind]}`}>
      {words}
    </a>
  )
}
