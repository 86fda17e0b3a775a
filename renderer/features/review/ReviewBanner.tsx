import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Review } from '../../../electron/contract/review.ts'
import { probesRunText } from '../../../electron/wording/review/probes.ts'
import { reviewSummary } from '../../../electron/wording/review/summary.ts'
import { noToken } from '../../../electron/wording/review/without-token.ts'
import { Banner } from '../../ui/Banner.tsx'
import { timeOfDay } from '../../ui/format.ts'

interface Props {
  review: Review
  isOnlyOpen: boolean
  onOnlyOpen: (isOnlyOpen: boolean) => void
  /** What helps now. */
  act: ReactNode
}

/** The verdict in a line, when it was made, and which practices are listed. */
export function ReviewBanner({ review, isOnlyOpen, onOnlyOpen, act }: Props) {
  const { items, checkedAt, probes, tokenAt } = review
  const run = probesRunText(probes)
  const made =
    tokenAt === null && probes.every(({ last }) => last === null)
      ? noToken
      : `Checked at ${timeOfDay(checkedAt)}${run === null ? '' : `, with ${run}`}${tokenAt === null ? ' and no other token issued' : ''}`
  const { title, rest, open } = reviewSummary(items)
  const tone = open > 0 ? 'warn' : items.every(({ status }) => status === 'passed') ? 'ok' : 'info'
  return (
    <Banner
      tone={tone}
      title={title}
      reason={[rest, made]
        .filter(Boolean)
        .map((sentence) => `${sentence}.`)
        .join(' ')}
      acts={
        <>
          {act}
          <SegmentedControl
            flex="none"
            aria-label="Which practices"
            data={[
              { value: 'all', label: `All ${items.length}` },
              { value: 'open', label: `Open ${open}` },
            ]}
            value={isOnlyOpen ? 'open' : 'all'}
            onChange={(value) => onOnlyOpen(value === 'open')}
          />
        </>
      }
    />
  )
}
