import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import type { At } from '../../ui/at.ts'

/** The menu of one environment of the list. */
export interface OpenedMenu extends At {
  environment: EnvironmentSummary
}
