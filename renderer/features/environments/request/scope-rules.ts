import { resourceSchema, scopeSchema } from '../../../../electron/contract/environment.ts'
import type { ChipRules } from '../chips.ts'

/** Scopes are separated by spaces on the wire; commas are typed as often. @see RFC 6749 §3.3 */
export const scopeRules: ChipRules = {
  separator: /[\s,]+/,
  problemOf: (item) => messageOf(scopeSchema.safeParse(item)),
}

/** A URI may hold commas. @see RFC 8707 §2 */
export const resourceRules: ChipRules = {
  separator: /\s+/,
  problemOf: (item) => messageOf(resourceSchema.safeParse(item)),
}

const messageOf = (result: ReturnType<typeof resourceSchema.safeParse>): string | null =>
  result.success ? null : (result.error.issues[0]?.message ?? null)
