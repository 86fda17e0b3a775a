import { Button } from '@mantine/core'
import { IconHistory, IconSearchOff } from '@tabler/icons-react'
import { UnrecordedEnvironments } from '../../recording/UnrecordedEnvironments.tsx'
import { hrefOf } from '../../route.ts'
import { Empty } from '../../ui/Empty.tsx'

/** Where nothing is recorded yet. */
export function EmptyHistory() {
  return (
    <>
      <Empty
        icon={IconHistory}
        title="No exchanges yet"
        act={<a href={hrefOf({ kind: 'environment', id: 'sandbox', tab: 'flow' })}>Run the flow of the sandbox</a>}
      >
        Each request and its answer is listed here, with secrets and tokens masked.
      </Empty>
      <NotRecordedHere />
    </>
  )
}

/** Where nothing is as it is looked for. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <>
      <Empty
        icon={IconSearchOff}
        title="No matches"
        act={
          <Button variant="default" onClick={onClear}>
            Clear search and filters
          </Button>
        }
      >
        No recorded exchange matches this search and these filters.
      </Empty>
      <NotRecordedHere />
    </>
  )
}

/** Why something may be missing. */
function NotRecordedHere() {
  return (
    <div className="history-unrecorded">
      <UnrecordedEnvironments />
    </div>
  )
}
