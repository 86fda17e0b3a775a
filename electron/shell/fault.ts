import type { ZodError } from 'zod'
import { WorkspaceFault } from '../core/workspace/recovery/workspace-fault.ts'
import { workspaceFaultText } from '../wording/workspace-fault.ts'

/** A failure in words that are meant for a person and hold no secret. */
export class ToldFailure extends Error {}

/** Errors whose messages name a path or a table, never a value that was being worked on. */
const tellingCode = /^(?:E[A-Z]+|ERR_SQLITE_ERROR)$/

/**
 * What the window learns of a bug or a failing disk. An error's own message may quote the text that was being parsed,
 * and with it a secret, so only those of the operating system and of SQLite are passed on.
 */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return 'Something went wrong inside the app.'
  if (error instanceof ToldFailure) return error.message
  if (error instanceof WorkspaceFault) return workspaceFaultText(error.fault)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code !== null && tellingCode.test(code)) return `${code}: ${error.message}`
  return `Something went wrong inside the app (${code ?? error.name}).`
}

/** The first few things that a schema found wrong, each with its place. Zod's messages do not quote the input. */
export function describeIssues(error: ZodError): string {
  const lines = error.issues.slice(0, 5).map(({ path, message }) => {
    const place = path.map(String).join('.')
    return place === '' ? message : `${place}: ${message}`
  })
  return lines.join('\n').slice(0, 1000)
}
