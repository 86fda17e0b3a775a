import { Group, Progress, Text } from '@mantine/core'
import type { Lifetime } from '../../../electron/contract/token.ts'
import { clockTime, countdown, relative } from '../../ui/format.ts'
import { useNow } from '../../ui/use-now.ts'

/** Issued, now and expires on one line, counting down. Unknown is not "for ever". */
export function LifetimeBar({ lifetime, revokedAt }: { lifetime: Lifetime; revokedAt: number | null }) {
  const now = useNow()
  const { issuedAt, expiresAt } = lifetime
  if (expiresAt === null) {
    return (
      <Text size="xs" c="dimmed">
        Issued {clockTime(issuedAt, now)} · lifetime unknown: the answer does not say when it ends
      </Text>
    )
  }
  const left = expiresAt - now
  const percent = Math.min(100, Math.max(0, (left / (expiresAt - issuedAt)) * 100))
  const ended = left <= 0 || revokedAt !== null
  return (
    <div>
      <Progress
        value={percent}
        color={ended ? 'gray' : percent < 10 ? 'orange.8' : 'teal'}
        size={6}
        aria-label={`Lifetime left: ${countdown(left)}`}
      />
      <Group justify="space-between" mt={2}>
        <Text size="xs" c="dimmed">
          issued {clockTime(issuedAt, now)}
        </Text>
        <Text size="xs" c={ended ? 'var(--ccx-bad)' : 'dimmed'}>
          {revokedAt !== null
            ? `revoked ${relative(revokedAt, now)}`
            : left > 0
              ? `${countdown(left)} left`
              : 'expired'}
        </Text>
        <Text size="xs" c="dimmed">
          expires {clockTime(expiresAt, now)}
        </Text>
      </Group>
    </div>
  )
}
