import { IconEyeOff } from '@tabler/icons-react'
import { NotRecorded } from '../../recording/NotRecorded.tsx'
import { Empty } from '../../ui/Empty.tsx'

/** Nothing is recorded of the environment, and nothing will be. */
export function NothingRecorded({ environmentId }: { environmentId: string }) {
  return (
    <div className="activity">
      <NotRecorded environmentId={environmentId} />
      <Empty icon={IconEyeOff} title="No activity is known">
        Without a record there is no activity.
      </Empty>
    </div>
  )
}
