import { Text } from '@mantine/core'
import { timeSpan } from '../../electron/wording/time-span.ts'
import { useNow } from './use-now.ts'

/** How long a server wants to be left alone. Nothing is sent by itself when it is over. */
export function SendAgain({ until }: { until: number }) {
  const now = useNow()
  return (
    <Text size="sm" fw={600} role="timer">
      {until > now ? `Can be sent again in ${timeSpan(Math.max(1000, until - now))}` : 'Can be sent again now'}
    </Text>
  )
}
