import { Button, Group } from '@mantine/core'
import type { Environment } from '../../../electron/contract/environment.ts'
import { useEnvironmentActs } from '../../queries/environment-acts.ts'

export function EnvironmentActions({ environment }: { environment: Environment }) {
  const { duplicate, remove } = useEnvironmentActs()
  return (
    <Group gap={6}>
      <Button variant="default" onClick={() => duplicate(environment)}>
        Duplicate
      </Button>
      {environment.builtIn ? null : (
        <Button variant="default" c="var(--err)" onClick={() => remove(environment)}>
          Delete
        </Button>
      )}
    </Group>
  )
}
