import { navigate } from './route.ts'
import { intend } from './state/intents.ts'

/** Opens Configure of an environment at the first of these fields, by their paths, and marks it there. */
export function goToConfigure(environmentId: string, fields: readonly string[]): void {
  navigate({ kind: 'environment', id: environmentId, tab: 'configure' })
  intend(environmentId, 'show_fields', fields)
}
