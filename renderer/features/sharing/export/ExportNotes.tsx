import { Text } from '@mantine/core'
import { visible } from '../../../../electron/common/visible.ts'
import type { ExportNote } from '../../../../electron/contract/export-note.ts'
import { exportFactText } from '../../../../electron/wording/export/facts.ts'
import { count } from '../../../ui/count.ts'
import { VirtualList } from '../../../ui/VirtualList.tsx'

/** What has no place in the files of another tool, before they are written. */
export function ExportNotes({ notes }: { notes: readonly ExportNote[] }) {
  const numbered = notes.map((note, index) => ({ note, index }))
  return (
    <div>
      <Text size="sm" fw={600} mb={6}>
        {count(notes.length, 'thing')} to know before you write it
      </Text>
      <VirtualList
        label="What is not kept"
        as="list"
        items={numbered}
        estimate={50}
        maxHeight="260px"
        keyOf={({ index }) => String(index)}
      >
        {({ note }) => <NoteLine note={note} />}
      </VirtualList>
    </div>
  )
}

function NoteLine({ note: { fact, environment, calls } }: { note: ExportNote }) {
  const of = [environment, calls.length > 1 ? count(calls.length, 'call') : calls[0]].filter(Boolean).join(' › ')
  return (
    <div style={{ borderBottom: '1px solid var(--line)', padding: '5px 8px' }}>
      <Text size="xs" c="dimmed" className="ellipsis" title={calls.slice(0, 20).map(visible).join(', ')}>
        {visible(of)}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {visible(exportFactText(fact))}
      </Text>
    </div>
  )
}
