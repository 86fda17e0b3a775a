import type { Lane, WayOut } from '../../../electron/picture/picture.ts'
import type { LanePlaces } from './lane-places.ts'
import type { Step } from './steps.ts'

export interface StepItemProps extends Step {
  lanes: readonly Lane[]
  /** Null where the steps are a list without a drawing. */
  places: LanePlaces | null
  isSelected: boolean
  /** When the request of this step began, in milliseconds since 1970; null where none is under way. */
  since: number | null
  onFold: (id: string) => void
  onWayOut: (wayOut: WayOut) => void
}
