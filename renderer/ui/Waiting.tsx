import { Button, Group, Loader, Text } from '@mantine/core'
import { milliseconds } from './format.ts'
import { useNow } from './use-now.ts'

/** A request in flight: since when, and a way to stop it. */
export function Waiting({ since, what, onCancel }: { since: number; what: string; onCancel: () => void }) {
  const elapsed = useNow() - since
  return (
    <Group gap={8} role="status" mih={30}>
      <Loader size={14} />
      <Text size="sm">
        {what}
        {elapsed >= 1000 ? ` · ${milliseconds(elapsed)}` : ''}
      </Text>
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </Group>
  )
}
