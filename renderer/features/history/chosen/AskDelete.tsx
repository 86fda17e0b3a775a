import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { count } from '../../../ui/count.ts'

interface Props {
  /** How many; null does not ask. */
  exchanges: number | null
  /** Whether pinned ones among them stay. */
  keepsPinned: boolean
  onDelete: () => void
  onKeep: () => void
}

/** Asks before exchanges are deleted for good. */
export function AskDelete({ exchanges, keepsPinned, onDelete, onKeep }: Props) {
  const what = count(exchanges ?? 0, 'exchange')
  return (
    <Modal
      opened={exchanges !== null}
      onClose={onKeep}
      title={`Delete ${what}?`}
      // The page never scrolls, and the lock would put a style on it that the content security policy refuses.
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap={12}>
        <Text size="sm">
          What was sent and received is deleted, with findings and notes.{' '}
          {keepsPinned ? 'Pinned exchanges are kept. ' : ''}
          This can&apos;t be undone.
        </Text>
        <Group gap={8}>
          <Button color="red.9" onClick={onDelete}>
            Delete {what}
          </Button>
          <Button variant="default" onClick={onKeep} data-autofocus>
            {exchanges === 1 ? 'Keep it' : 'Keep them'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
