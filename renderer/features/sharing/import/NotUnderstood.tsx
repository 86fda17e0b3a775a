import { importFactText, importPlaceText } from '../../../../electron/wording/import/notes.ts'
import type { ImportNote } from '../../../../electron/contract/import-note.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { Region } from '../../../ui/Region.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'

interface Props {
  /** Of members that this version does not know; they are kept, and written again. */
  paths: readonly string[]
  notes: readonly ImportNote[]
}

/** What was not understood, or should be known, each with its place. */
export function NotUnderstood({ paths, notes }: Props) {
  const lines = [
    ...notes.map(({ fact, place, call }) => ({
      title: call === '' ? importFactText(fact) : `“${call}”: ${importFactText(fact)}`,
      place: importPlaceText(place),
    })),
    ...paths.map((path) => ({ title: path, place: 'Unknown to this version. Kept, and exported again.' })),
  ]
  if (lines.length === 0) return null
  return (
    <Region
      name="Not understood"
      title={
        <>
          Not understood <span className="count">{lines.length.toLocaleString('en')}</span>
        </>
      }
    >
      <VirtualList
        label="Not understood"
        as="list"
        items={lines}
        estimate={44}
        maxHeight="240px"
        className="import-list"
        keyOf={({ title, place }) => `${place} ${title}`}
      >
        {({ title, place }) => (
          <div>
            <div>{visible(title)}</div>
            <div className="text-small dimmed">{visible(place)}</div>
          </div>
        )}
      </VirtualList>
    </Region>
  )
}
