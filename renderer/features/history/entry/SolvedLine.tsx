import type { Exchange } from '../../../../electron/contract/exchange.ts'
import type { HistoryEntry } from '../../../../electron/contract/history.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { changesSentence } from '../../../../electron/wording/exchange-comparison.ts'
import { useExchangeComparison } from '../../../queries/history-entry.ts'
import { usePlace } from '../use-place.ts'
import { timeBeside } from './day-and-time.ts'
import { EntryLink } from './EntryLink.tsx'

interface Props {
  exchange: Exchange
  solvedBy: NonNullable<HistoryEntry['solvedBy']>
}

/** When the same request went well again, and what differed in it. */
export function SolvedLine({ exchange, solvedBy }: Props) {
  const { data = null } = useExchangeComparison(exchange.id, solvedBy.id)
  const { go } = usePlace()
  return (
    <p className="text dimmed anywhere">
      Solved at <EntryLink id={solvedBy.id}>{timeBeside(solvedBy.startedAt, exchange.startedAt)}</EntryLink>
      {data === null ? '.' : `: ${visible(changesSentence(data))} `}
      {data === null ? null : (
        <button type="button" className="link-button" onClick={() => go({ id: solvedBy.id, against: exchange.id })}>
          Compare
        </button>
      )}
    </p>
  )
}
