import { Text } from '@mantine/core'
import { Problem } from '../../ui/Problem.tsx'
import { visible } from '../../../electron/common/visible.ts'

/** A step that was not done, and why. Nothing when there is no message. */
export function Refusal({ title, message }: { title: string; message: string | null }) {
  if (message === null) return null
  return (
    <Problem tone="bad" word="Error" title={title}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {visible(message)}
      </Text>
    </Problem>
  )
}
