import type { CauseCode } from '../../contract/cause-codes.ts'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { Purpose } from '../../contract/exchange.ts'
import type { Confidence } from '../../contract/finding.ts'

/** What a server's sentence, or the number in it, says about the cause. */
export interface SentenceRule {
  /** Looked for in all that an answer says in words. */
  pattern: RegExp
  cause: CauseCode
  /** `certain` where the sentence leaves nothing else. */
  confidence: Confidence
  /** Steps in which it means that; all where it is absent. */
  steps?: readonly Purpose[]
  /** Kinds of token beside which it means that; all, and none, where it is absent. */
  tokens?: readonly DecodedToken['kind'][]
  /** Error codes beside which it means that; all where it is absent. */
  errors?: readonly string[]
  /** Ways to authenticate with which it means that; all where it is absent. */
  methods?: readonly AuthMethod[]
  /** Evidence that the sentence shows by itself, beside what was answered: names of it, in the order of the pattern's groups. */
  groups?: readonly string[]
  /** Fixed evidence. */
  evidence?: Readonly<Record<string, string>>
  /** True for a number or code that a vendor publishes for this cause. */
  isNumber?: true
  /** Who says so, and where it is documented. */
  source: string
}
