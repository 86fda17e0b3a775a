import { Group, NativeSelect, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { slowAfter } from '../../../electron/common/slow-after.ts'
import type { Inspecting } from '../../state/inspecting.ts'
import { visible } from '../../../electron/common/visible.ts'
import { foundLabels, foundSentence } from '../../../electron/wording/found-token.ts'

/** What was found in the text; and which of them is shown, when there are several. */
export function FoundLine({ inspecting: { shown, pending, typed, pick } }: { inspecting: Inspecting }) {
  const [slow] = useDebouncedValue(pending, slowAfter)
  const found = shown?.inspection.found ?? []
  return (
    <Group gap={8} flex="1 1 300px" wrap="nowrap">
      {found.length < 2 || shown === null ? null : (
        <NativeSelect
          aria-label="Which token"
          maw={200}
          style={{ flexShrink: 0 }}
          value={shown.pick}
          data={foundLabels(found).map((label, index) => ({ value: String(index), label: visible(label) }))}
          onChange={({ currentTarget: { value } }) => void pick(Number(value))}
        />
      )}
      <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
        {pending && slow ? 'Reading…' : shown === null ? '' : sentence(shown)}
        {shown !== null && shown.text !== typed ? ' The text has changed. Click Inspect again.' : ''}
      </Text>
    </Group>
  )
}

function sentence({ pick, inspection: { found, decoded } }: NonNullable<Inspecting['shown']>): string {
  const token = found[pick]
  if (token === undefined) return 'No token was found in this text.'
  return visible(foundSentence(token, decoded))
}
