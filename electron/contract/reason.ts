import { z } from 'zod'

/** One member of a closed list of what can be wrong: its code, and what was seen, typed. `wording` has its sentence. */
export function reason<Code extends string, Evidence extends z.ZodRawShape>(code: Code, evidence: Evidence) {
  return z.strictObject({ code: z.literal(code), evidence: z.strictObject(evidence) })
}
