import { pathOf } from '../../../../../electron/common/path-of.ts'
import { visible } from '../../../../../electron/common/visible.ts'
import type { HistoryEntry } from '../../../../../electron/contract/history.ts'
import { StateIcon } from '../../../../ui/StateIcon.tsx'
import { dayAndTime } from '../day-and-time.ts'
import { type EntryVerdict, verdictOf } from '../verdict-of.ts'

const tones = { good: 'good', noted: 'warn', failed: 'bad', cancelled: 'idle' } as const satisfies Record<
  EntryVerdict,
  string
>

/** What the two sides are. */
export function ComparedHeads({ left, right }: { left: HistoryEntry; right: HistoryEntry }) {
  return (
    <div className="compared-sides">
      {[left, right].map((entry, index) => (
        <Head key={index} entry={entry} />
      ))}
    </div>
  )
}

function Head({ entry }: { entry: HistoryEntry }) {
  const { request, response, failure, startedAt } = entry.exchange
  const verdict = verdictOf(entry)
  return (
    <div className="compared-head">
      <h3 className="row" data-wrap="no">
        <StateIcon tone={tones[verdict]} word={verdict} />
        <span>{response?.status ?? failure?.code ?? ''}</span>
        <span className="mono ellipsis" title={visible(request.url)}>
          {visible(`${request.method} ${pathOf(request.url)}`)}
        </span>
      </h3>
      <p className="text-small dimmed">
        {dayAndTime(startedAt)}
        {entry.conclusion === null ? '' : ` · ${visible(entry.conclusion.environmentName)}`}
      </p>
    </div>
  )
}
