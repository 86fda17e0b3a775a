import { pathOf } from '../../../../electron/common/path-of.ts'
import type { HistoryRow } from '../../../../electron/contract/history.ts'
import { titleWithConfidence } from '../../../../electron/wording/confidence.ts'
import { failureTitle } from '../../../../electron/wording/failures.ts'
import { findingText } from '../../../../electron/wording/findings.ts'
import { milliseconds } from '../../../../electron/wording/milliseconds.ts'
import { timeOfDay } from '../../../ui/format.ts'
import type { Tone } from '../../../ui/StateIcon.tsx'

/** What a row says, cell by cell. */
export interface RowText {
  time: string
  method: string
  path: string
  tone: Tone
  status: string
  took: string
  finding: string
}

export function rowText({ startedAt, method, url, status, failure, totalMs, finding }: HistoryRow): RowText {
  return {
    time: timeOfDay(startedAt),
    method,
    path: pathOf(url),
    tone: toneOf({ status, failure }),
    status: status?.toString() ?? (failure === 'cancelled' ? 'cancelled' : 'no answer'),
    took: milliseconds(totalMs),
    finding:
      finding === null
        ? failure === null
          ? ''
          : failureTitle(failure)
        : titleWithConfidence(findingText(finding).title, finding),
  }
}

/** By the answer, as the status beside it says; what came of it is in the finding. */
function toneOf({ status, failure }: Pick<HistoryRow, 'status' | 'failure'>): Tone {
  if (failure === 'cancelled') return 'idle'
  return failure === null && status !== null && status < 400 ? 'good' : 'bad'
}
