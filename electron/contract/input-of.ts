import { z } from 'zod'
import type { CallName } from './call-names.ts'

/** What the first picture asks for takes nothing: to know that, no other schema has to be made. */
export const callsOfStart = ['getPreferences', 'listEnvironments', 'listTokens', 'sandboxStatus'] as const

const ofStart: ReadonlySet<CallName> = new Set(callsOfStart)
const nothing = z.undefined()

/** The schema of what goes into a call. Those of all calls are made once one is made that is not of the start. */
export async function inputOf(name: CallName): Promise<z.ZodType> {
  if (ofStart.has(name)) return nothing
  const { calls } = await import('./calls.ts')
  return calls[name].input
}
