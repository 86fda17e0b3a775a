import { type SandboxChange, sandboxChanges } from '../vocabulary/sandbox-changes.ts'
import type { SandboxFacts } from '../contract/sandbox.ts'

/** What the sandbox's process says to the one that started it. */
export type SandboxMessage = { kind: 'running'; facts: SandboxFacts } | { kind: 'failed'; reason: string }

/** What it is to do differently from now on; null for another message. */
export function changesIn(message: unknown): SandboxChange[] | null {
  if (typeof message !== 'object' || message === null || !('changes' in message)) return null
  const { changes } = message
  return Array.isArray(changes) ? sandboxChanges.filter((change) => changes.includes(change)) : null
}

/** The parent's end of an Electron utility process, as far as it is used here. */
export interface ParentPort {
  postMessage: (message: SandboxMessage) => void
  on: (event: 'message', listener: (event: { data: unknown }) => void) => unknown
}

/** Null in a process that Electron's `utilityProcess` did not start. Only Electron's types know `process.parentPort`. */
export function parentPort(): ParentPort | null {
  const port: unknown = Reflect.get(process, 'parentPort')
  return isParentPort(port) ? port : null
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value
}
