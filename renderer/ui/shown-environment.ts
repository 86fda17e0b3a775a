import { createContext } from 'react'
import type { EnvironmentSummary } from '../../electron/contract/environment.ts'

/** The environment that what is shown is about; null where it is about none. */
export const ShownEnvironment = createContext<Pick<EnvironmentSummary, 'id' | 'stage'> | null>(null)
