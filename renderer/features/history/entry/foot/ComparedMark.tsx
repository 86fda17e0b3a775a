import { Button } from '@mantine/core'
import { visible } from '../../../../../electron/common/visible.ts'
import { keepMarked, useMarkedExchange } from '../../../../state/compared-exchange.ts'
import { usePlace } from '../../use-place.ts'
import { timeBeside } from '../day-and-time.ts'

/** The exchange that was chosen to be compared, until the other one is. */
export function ComparedMark({ id, startedAt }: { id: string; startedAt: number }) {
  const marked = useMarkedExchange()
  const { go } = usePlace()
  if (marked === null) return null
  const isThis = marked.id === id
  return (
    <div className="entry-marked" role="status">
      <span className="anywhere">
        {isThis
          ? 'Choose the other exchange in the table.'
          : `Compare with ${timeBeside(marked.startedAt, startedAt)} ${visible(marked.title)}?`}
      </span>
      {isThis ? null : (
        <Button
          onClick={() => {
            keepMarked(null)
            go({ against: marked.id })
          }}
        >
          Compare
        </Button>
      )}
      <Button variant="default" onClick={() => keepMarked(null)}>
        Cancel
      </Button>
    </div>
  )
}
