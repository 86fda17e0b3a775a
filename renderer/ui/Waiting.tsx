import { Button, Group, Loader, Text } from '@mantine/core'
import { progressText } from '../../electron/wording/progress.ts'
import type { Progress } from '../state/runs.ts'
import { useNow } from './use-now.ts'

interface Props {
  since: number
  what: string
  /** What a request waits for; null while it is quick, and where none is sent. */
  progress?: Progress | null
  onCancel: (() => void) | null
}

/** Something that takes its time: what it is at, since when, and a way to stop it if there is one. */
export function Waiting({ since, what, progress = null, onCancel }: Props) {
  const elapsed = useNow() - since
  return (
    <Group gap={8} role="status" mih={30}>
      <Loader size={14} />
      <Text size="sm">
        {progress === null ? what : progressText(progress)}
        {elapsed >= 1000 ? ` · ${Math.floor(elapsed / 1000)} s` : ''}
      </Text>
      {onCancel === null ? null : (
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </Group>
  )
}
