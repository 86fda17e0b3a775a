import { createContext } from 'react'
import type { TextRange } from '../../electron/common/json-member-range.ts'

const nothing = (): TextRange[] => []

/** Where a text that is shown has what a person searched for, to be marked there; nowhere by default. */
export const Sought = createContext<(text: string) => TextRange[]>(nothing)
