import type { ApiCallOutcome } from '../../../../electron/contract/outcome.ts'
import { timeSpan } from '../../../../electron/wording/time-span.ts'
import { useNow } from '../../../ui/use-now.ts'

/** How long the API asked to wait before it is called again, while that lasts. */
export function RetryAt({ outcome }: { outcome: ApiCallOutcome | null }) {
  const retryAt = outcome?.kind === 'answered' ? retryAtOf(outcome) : null
  return retryAt === null ? null : <Countdown until={retryAt} />
}

function Countdown({ until }: { until: number }) {
  const now = useNow()
  return until <= now ? null : (
    <span className="retry-at" role="timer" aria-label="The API asked to wait">
      Retry in {timeSpan(Math.max(1000, until - now))}
    </span>
  )
}

/** In milliseconds since 1970; null where it did not ask to wait. */
function retryAtOf({ findings }: Extract<ApiCallOutcome, { kind: 'answered' }>): number | null {
  const until = findings.find(({ code }) => code === 'retry_after')?.evidence['until']
  return until === undefined ? null : Number(until)
}
