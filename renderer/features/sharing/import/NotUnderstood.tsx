import { IconCircleMinus } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import { visible } from '../../../../electron/common/visible.ts'
import type { ImportNote } from '../../../../electron/contract/import-note.ts'
import { Region } from '../../../ui/Region.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { type NoteLine, noteLinesOf, someOf } from './note-lines.ts'
import { Counted } from './Counted.tsx'

interface Props {
  /** Of members that this version does not know; they are kept, and written again. */
  paths: readonly string[]
  notes: readonly ImportNote[]
  fileName: string
}

/** What was not understood, or should be known, each with its places. */
export const NotUnderstood = memo(function NotUnderstood({ paths, notes, fileName }: Props) {
  const lines = useMemo(() => noteLinesOf(notes, paths, fileName), [notes, paths, fileName])
  if (lines.length === 0) return null
  return (
    <Region name="Not understood" title={<Counted title="Not understood" count={notes.length + paths.length} />}>
      <VirtualList
        label="Not understood"
        as="list"
        items={lines}
        estimate={56}
        tabStop={lines.length > 12}
        maxHeight={lines.length > 12 ? 'max(280px, 60vh)' : 'none'}
        className="import-list"
        keyOf={({ key }) => key}
      >
        {(line) => <Line line={line} />}
      </VirtualList>
    </Region>
  )
})

function Line({ line: { title, fate, calls, places } }: { line: NoteLine }) {
  const of = someOf(calls, (call) => `“${call}”`)
  return (
    <div className="import-understood">
      <IconCircleMinus size={16} stroke={1.6} aria-hidden />
      <span className="anywhere">{visible(title)}</span>
      {fate === '' ? null : <span className="text-small dimmed anywhere">{visible(fate)}</span>}
      {of === '' && places.length === 0 ? null : (
        <span className="text-small import-place anywhere" title={[...calls, ...places].slice(0, 40).join('\n')}>
          {visible([of, someOf(places)].filter((part) => part !== '').join(' · '))}
        </span>
      )}
    </div>
  )
}
