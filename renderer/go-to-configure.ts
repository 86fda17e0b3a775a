import { navigate } from './route.ts'
import { intend } from './state/intents.ts'

/** Opens Configure of an environment at the first of these fields, by their paths, and marks it there. */
export function goToConfigure(environmentId: string, fields: readonly string[]): void {
  navigate({ kind: 'environment', id: environmentId, tab: 'configure' })
  intend(environmentId, 'show_fields', fields)
}

/** Opens the variables of an environment at the value of the first of these, with rows for those that it has not. */
export function goToVariables(environmentId: string, names: readonly string[]): void {
  navigate({ kind: 'environment', id: environmentId, tab: 'configure' })
  intend(environmentId, 'set_variables', names)
}
