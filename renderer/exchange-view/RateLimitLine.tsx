import { Group, Text } from '@mantine/core'
import type { RateLimit } from '../../electron/common/rate-limit.ts'
import { timeSpan } from '../../electron/wording/time-span.ts'
import { StateIcon } from '../ui/StateIcon.tsx'
import { useNow } from '../ui/use-now.ts'

/** How much the server lets through: `12 of 100 left, resets in 48 s`. */
export function RateLimitLine({ limit }: { limit: RateLimit }) {
  const now = useNow()
  const waits = limit.remaining === 0 || limit.retryAt !== null
  return (
    <Group gap={8} wrap="nowrap" role="group" aria-label="Rate limit">
      <StateIcon tone={waits ? 'warn' : 'info'} word={waits ? 'Warning' : 'Information'} />
      <Text size="sm">{sentenceOf(limit, now)}</Text>
    </Group>
  )
}

function sentenceOf({ limit, remaining, resetAt, retryAt }: RateLimit, now: number): string {
  const when = (at: number) => (at > now ? `in ${timeSpan(Math.max(1000, at - now))}` : 'now')
  const parts = [
    ...(remaining === null ? [] : [limit === null ? `${remaining} left` : `${remaining} of ${limit} left`]),
    ...(remaining === null && limit !== null ? [`limit ${limit}`] : []),
    ...(resetAt === null ? [] : [`resets ${when(resetAt)}`]),
    ...(retryAt === null ? [] : [`asks to wait: again ${when(retryAt)}`]),
  ]
  return `Requests: ${parts.join(', ')}`
}
