import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ApiCall } from '../../../electron/contract/api-call.ts'
import { useDeleteApiCall, useSaveApiCall } from '../../queries/api-calls.ts'

interface Props {
  environmentId: string
  calls: readonly ApiCall[]
  chosen: ApiCall | null
  /** An empty id means a new call. */
  onChoose: (id: string) => void
}

export function SavedCalls({ environmentId, calls, chosen, onChoose }: Props) {
  const remove = useDeleteApiCall(environmentId)
  const save = useSaveApiCall(environmentId)
  const onDeleted = (deleted: ApiCall | null) => {
    if (deleted === null) return
    const { id, environmentId: _environmentId, ...request } = deleted
    notifications.show({
      id: `deleted-${id}`,
      autoClose: 15_000,
      color: 'gray',
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>Deleted {nameOf(deleted)}.</span>
          <Button
            variant="default"
            onClick={() => {
              notifications.hide(`deleted-${id}`)
              save.mutate({ id, request })
            }}
          >
            Undo
          </Button>
        </Group>
      ),
    })
  }
  return (
    <Group gap={6} mb={10} role="group" aria-label="Saved calls">
      {calls.map((call) => (
        <Button
          key={call.id}
          variant={call.id === chosen?.id ? 'light' : 'default'}
          color="gray"
          aria-pressed={call.id === chosen?.id}
          maw={260}
          title={call.url}
          onClick={() => onChoose(call.id)}
        >
          <span className="ellipsis">{nameOf(call)}</span>
        </Button>
      ))}
      <Button variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => onChoose('')}>
        New call
      </Button>
      {chosen === null ? null : (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={14} />}
          onClick={() => remove.mutate(chosen, { onSuccess: onDeleted })}
        >
          Delete call
        </Button>
      )}
    </Group>
  )
}

function nameOf({ method, url }: ApiCall): string {
  return `${method} ${url.replace(/^https?:\/\/[^/]+/, '') || '/'}`
}
