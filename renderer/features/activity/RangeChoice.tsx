import { SegmentedControl } from '@mantine/core'
import { oneOf } from '../../../electron/common/one-of.ts'
import { type ActivityRange, activityRanges } from '../../../electron/vocabulary/activity.ts'
import { useActivityRange } from '../../queries/activity.ts'

const words: Readonly<Record<ActivityRange, string>> = { '24h': '24 h', '7d': '7 days', '30d': '30 days' }

/** Which span of time is shown. */
export function RangeChoice() {
  const [range, setRange] = useActivityRange()
  return (
    <SegmentedControl
      flex="none"
      aria-label="Span of time"
      data={activityRanges.map((value) => ({ value, label: words[value] }))}
      value={range}
      onChange={(value) => {
        const next = oneOf(activityRanges, value)
        if (next !== null) setRange(next)
      }}
    />
  )
}
