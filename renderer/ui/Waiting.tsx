import { Button, Group, Loader, Text } from '@mantine/core'
import { milliseconds } from './format.ts'
import { useNow } from './use-now.ts'

/** Something that takes its time: since when, and a way to stop it if there is one. */
export function Waiting({ since, what, onCancel }: { since: number; what: string; onCancel: (() => void) | null }) {
  const elapsed = useNow() - since
  return (
    <Group gap={8} role="status" mih={30}>
      <Loader size={14} />
      <Text size="sm">
        {what}
        {elapsed >= 1000 ? ` · ${milliseconds(elapsed)}` : ''}
      </Text>
      {onCancel === null ? null : (
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </Group>
  )
}
