import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Environment } from '../../../electron/contract/environment.ts'
import { navigate } from '../../route.ts'
import { forgetTypedSecrets } from '../../queries/typed-secrets.ts'
import { useDeleteEnvironment, useDuplicateEnvironment, useRestoreEnvironment } from '../../queries/environments.ts'

export function EnvironmentActions({ environment: { id, name, builtIn } }: { environment: Environment }) {
  const duplicate = useDuplicateEnvironment()
  const remove = useDeleteEnvironment()
  const restore = useRestoreEnvironment()

  const undo = () => restore.mutate(id, { onSuccess: () => navigate({ kind: 'environment', id, tab: 'configure' }) })
  const onDeleted = () => {
    forgetTypedSecrets(id)
    navigate({ kind: 'environment', id: 'sandbox', tab: 'token' })
    const notice = `deleted-${id}`
    notifications.show({
      id: notice,
      autoClose: 15_000,
      color: 'gray',
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>Deleted “{name}”.</span>
          <Button
            variant="default"
            onClick={() => {
              notifications.hide(notice)
              undo()
            }}
          >
            Undo
          </Button>
        </Group>
      ),
    })
  }
  return (
    <Group gap={6}>
      <Button
        variant="default"
        onClick={() =>
          duplicate.mutate(id, {
            onSuccess: (copy) => copy !== null && navigate({ kind: 'environment', id: copy.id, tab: 'configure' }),
          })
        }
      >
        Duplicate
      </Button>
      {builtIn ? null : (
        <Button
          variant="default"
          c="var(--err)"
          onClick={() => remove.mutate(id, { onSuccess: (done) => done && onDeleted() })}
        >
          Delete
        </Button>
      )}
    </Group>
  )
}
