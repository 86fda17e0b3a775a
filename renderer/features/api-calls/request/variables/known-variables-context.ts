import { createContext } from 'react'
import type { KnownVariables } from '../../../../../electron/common/variables/resolved-preview.ts'

/** Null while they are read. */
export const KnownVariablesContext = createContext<KnownVariables | null>(null)
