import { isMembers, memberNamed } from '../../../json/json-members.ts'
import { listOf, textOf } from '../support/values.ts'

/** How many scripts with something in them a collection, folder or request has. */
export const scriptsIn = (events: unknown): number =>
  listOf(events).filter((event) => {
    const script = isMembers(event) ? memberNamed(event, 'script') : undefined
    const lines = isMembers(script) ? memberNamed(script, 'exec') : script
    return (Array.isArray(lines) ? lines : [lines]).some((line: unknown) => textOf(line).trim() !== '')
  }).length
