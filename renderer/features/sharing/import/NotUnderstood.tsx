import { visible } from '../../../../electron/common/visible.ts'
import { Region } from '../../../ui/Region.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'

/** Members that this version does not know, by their paths; they are kept, and written again. */
export function NotUnderstood({ paths }: { paths: readonly string[] }) {
  if (paths.length === 0) return null
  return (
    <Region
      name="Not understood"
      title={
        <>
          Not understood <span className="count">{paths.length.toLocaleString('en')}</span>
        </>
      }
    >
      <p className="text-small dimmed">Unknown to this version. Kept, and exported again.</p>
      <VirtualList
        label="Not understood"
        as="list"
        items={paths}
        estimate={24}
        maxHeight="160px"
        className="import-list"
        keyOf={(path) => path}
      >
        {(path) => <div className="public-bytes">{visible(path)}</div>}
      </VirtualList>
    </Region>
  )
}
