import { Text } from '@mantine/core'
import type { Variable } from '../../../../electron/contract/variable.ts'
import { useSecretVariableNames } from '../../../queries/variables.ts'

interface Props {
  environmentId: string
  rows: readonly Variable[]
}

/** Stored values whose row is removed, renamed or no longer secret. */
export function DeletedOnSaving({ environmentId, rows }: Props) {
  const stored = useSecretVariableNames(environmentId).data ?? []
  const names = stored.filter((name) => !rows.some((row) => row.secret && row.name.trim() === name))
  if (names.length === 0) return null
  const values = names.length === 1 ? 'value' : 'values'
  return (
    <Text size="xs" c="var(--warn)" role="status" style={{ overflowWrap: 'anywhere' }}>
      Saving deletes the stored {values} of {names.join(', ')}. A renamed variable needs its value again.
    </Text>
  )
}
