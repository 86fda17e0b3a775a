import { createContext } from 'react'
import type { Change } from '../../electron/wording/diagnosis/change.ts'

/** Where a form is shown, a change goes into the form and is saved with it. */
export interface FormChanges {
  valueOf: (field: string) => Change['value'] | null
  set: (change: Change) => void
}

/** Null where there is no form: then a change is saved at once. */
export const FormChangesContext = createContext<FormChanges | null>(null)
