import { z } from 'zod'
import { sandboxFactsSchema } from '../contract/sandbox.ts'

/** What the sandbox's process says, once. */
export const sandboxMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('running'), facts: sandboxFactsSchema }),
  z.strictObject({ kind: z.literal('failed'), reason: z.string() }),
])
