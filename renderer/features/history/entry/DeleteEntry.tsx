import { ActionIcon, Button, Group, Popover, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { HistoryEntry } from '../../../../electron/contract/history.ts'
import { useDeleteExchange } from '../../../queries/history-entry.ts'
import { OlderBackups } from '../../../ui/OlderBackups.tsx'
import { usePlace } from '../use-place.ts'
import { keepEscape } from './keep-escape.ts'

/** Deletes one exchange, with its note; it asks, for there is no undo. */
export function DeleteEntry({ entry: { exchange, note } }: { entry: HistoryEntry }) {
  const [isOpen, setOpen] = useState(false)
  const remove = useDeleteExchange()
  const { replace } = usePlace()
  const title = 'Delete this exchange'
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} position="bottom-end" withinPortal={false} trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={title} title={title} onClick={() => setOpen(!isOpen)}>
          <IconTrash size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={title} onKeyDown={keepEscape}>
        <Text size="sm">
          {note === '' ? 'Delete this exchange?' : 'Delete this exchange and its note?'} This can’t be undone.
        </Text>
        <OlderBackups what="it" />
        {remove.error === null ? null : (
          <Text size="sm" c="var(--err)" role="alert">
            {remove.error.message}
          </Text>
        )}
        <Group gap={6} mt={8}>
          <Button
            color="red.9"
            loading={remove.isPending}
            onClick={() => remove.mutate(exchange.id, { onSuccess: () => replace({ id: null, against: '' }) })}
          >
            Delete
          </Button>
          <Button variant="default" onClick={() => setOpen(false)}>
            Keep it
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
