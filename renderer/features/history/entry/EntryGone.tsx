import { IconHistoryOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Empty } from '../../../ui/Empty.tsx'

/** An exchange that is not there, or cannot be trusted. */
export function EntryGone({ toggle }: { toggle: ReactNode }) {
  return (
    <>
      <div className="drawer-head entry-head-alone">{toggle}</div>
      <Empty icon={IconHistoryOff} title="This exchange cannot be shown">
        It was deleted, it is older than what is kept, or its record is damaged. A damaged record is never shown in
        part.
      </Empty>
    </>
  )
}
