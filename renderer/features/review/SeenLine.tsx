import { visible } from '../../../electron/common/visible.ts'
import type { ReviewFinding, Seen } from '../../../electron/contract/review.ts'
import { seenSource, seenText } from '../../../electron/wording/review/seen.ts'
import { historyAt } from '../../history-of.ts'
import { hrefOf } from '../../route.ts'
import { intend } from '../../state/intents.ts'
import { markInExchange } from '../../state/marked-evidence.ts'
import { clockTime } from '../../ui/format.ts'
import { seenPointers, seenTab } from './seen-pointers.ts'

interface Props {
  seen: Seen
  status: ReviewFinding['status']
}

/** What was seen, with what matters of it marked, and where. */
export function SeenLine({ seen, status }: Props) {
  const { before, value, isBytes } = seenText(seen)
  return (
    <li>
      <p className={isBytes ? 'mono anywhere' : 'anywhere'}>
        {visible(before)}
        <mark className="review-mark" data-status={status}>
          {visible(value)}
        </mark>
      </p>
      <p className="review-where">
        {seen.exchangeId === null ? seenSource(seen) : <InExchange id={seen.exchangeId} seen={seen} />}
      </p>
    </li>
  )
}

/** Leads to the exchange, with what was seen marked there. */
function InExchange({ id, seen }: { id: string; seen: Seen }) {
  const show = () => {
    markInExchange(id, seenPointers(seen))
    intend(id, 'show_tab', [seenTab(seen)])
  }
  const words = [seenSource(seen), ...(seen.at === null ? [] : [clockTime(seen.at)])].join(', ')
  return (
    <a href={hrefOf(historyAt(id))} onClick={show}>
      {words}
    </a>
  )
}
