import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { notify } from './notify.ts'

/** Takes it away, where it was not done after all. */
export const hideUndo = (id: string): void => {
  notifications.hide(id)
}

/** Says what was done, with a way back. `id` is given once, so that the notice can be taken away. */
export function showUndo(id: string, message: string, onUndo: () => void): void {
  notify({
    id,
    autoClose: 15_000,
    color: 'gray',
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>{message}</span>
        <Button
          variant="default"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(id)
            onUndo()
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  })
}
