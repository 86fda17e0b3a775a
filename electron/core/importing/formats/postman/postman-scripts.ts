import { isMembers, memberNamed } from '../../../json/json-members.ts'
import { listOf, textOf } from '../support/values.ts'

/** The scripts with something in them that a collection, folder or request has. */
export const scriptsIn = (events: unknown): string[] =>
  listOf(events).flatMap((event) => {
    const script = isMembers(event) ? memberNamed(event, 'script') : undefined
    const lines = isMembers(script) ? memberNamed(script, 'exec') : script
    const text = (Array.isArray(lines) ? lines : [lines]).map(textOf).join('\n')
    return text.trim() === '' ? [] : [text]
  })
