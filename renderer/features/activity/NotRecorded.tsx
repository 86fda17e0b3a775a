import { IconEyeOff } from '@tabler/icons-react'
import { Empty } from '../../ui/Empty.tsx'

/** The environment is one of those whose exchanges are not recorded on this computer. */
export function NotRecorded() {
  return (
    <Empty icon={IconEyeOff} title="Requests of this environment are not recorded">
      Without a record there is no activity. Recording can be switched on under Configure.
    </Empty>
  )
}
