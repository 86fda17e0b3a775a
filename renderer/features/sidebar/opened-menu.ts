import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'

/** Where on the screen a menu opens, in pixels. */
export interface At {
  x: number
  y: number
}

/** The menu of one environment of the list. */
export interface OpenedMenu extends At {
  environment: EnvironmentSummary
}
