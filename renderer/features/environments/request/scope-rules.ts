import { foldScope, resourceRule, scopeRule } from '../../../../electron/vocabulary/environment-rules.ts'
import { problemOf } from '../../../../electron/vocabulary/text-rule.ts'
import type { ChipRules } from '../chips.ts'

/** Scopes are separated by spaces on the wire; commas are typed as often. @see RFC 6749 §3.3 */
export const scopeRules: ChipRules = {
  separator: /[\s,]+/,
  problemOf: (item) => problemOf(scopeRule, foldScope(item)),
}

/** A URI may hold commas. @see RFC 8707 §2 */
export const resourceRules: ChipRules = {
  separator: /\s+/,
  problemOf: (item) => problemOf(resourceRule, item),
}
