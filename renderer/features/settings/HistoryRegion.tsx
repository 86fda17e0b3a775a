import { Skeleton, Stack, Text } from '@mantine/core'
import { useHistoryFacts } from '../../queries/history.ts'
import { UnrecordedEnvironments } from '../../recording/UnrecordedEnvironments.tsx'
import { hrefOf } from '../../route.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import { DeleteHistory } from './DeleteHistory.tsx'
import { HistoryLimit } from './HistoryLimit.tsx'
import { historyText } from './history-text.ts'

/** What is recorded, for how long, and the way to delete it. */
export function HistoryRegion() {
  const facts = useHistoryFacts()
  return (
    <Region name="History">
      <Stack gap={12}>
        {facts.error === null ? null : <CallFailed error={facts.error} />}
        {facts.data === undefined ? (
          facts.error === null && <Skeleton h={20} />
        ) : (
          <Text size="sm">
            {historyText(facts.data)} <a href={hrefOf({ kind: 'history' })}>Open History</a>
          </Text>
        )}
        <HistoryLimit
          name="days"
          label="Keep for (days)"
          description="Older requests are deleted. 0 keeps them for ever. Pinned ones and those with a note stay."
        />
        <HistoryLimit
          name="megabytes"
          label="Keep up to (MB)"
          description="The oldest are deleted first. Pinned ones and those with a note stay."
        />
        <UnrecordedEnvironments />
        <DeleteHistory />
      </Stack>
    </Region>
  )
}
