import { serverSentences } from '../../../catalogue/server-sentences.ts'
import type { SentenceRule } from '../../../catalogue/server-sentences/entry.ts'
import { cause, type Cause, type Check } from '../check.ts'
import type { Case } from '../case.ts'
import { holdsNamedScopes } from '../holds-named-scopes.ts'
import { methodOf } from '../method-of.ts'
import { changeFor, tokenEvidence } from '../token-evidence.ts'

/** What the server itself says, by the sentences and numbers that are known of servers. */
export const serverWords: Check = {
  name: 'server_words',
  look(kase) {
    const words = kase.answer?.words ?? ''
    if (words === '') return null
    const causes = serverSentences.flatMap((rule) => found(kase, words, rule) ?? [])
    // Words that nobody knows rule nothing out.
    return causes.length === 0 ? null : causes
  },
}

/** What a server means with 429. @see RFC 6585 §4 */
const aboutPace: ReadonlySet<string> = new Set(['rate_limited', 'client_locked'])

function found(kase: Case, words: string, rule: SentenceRule): Cause | null {
  const { step, answer, token } = kase
  if (rule.steps !== undefined && !rule.steps.includes(step)) return null
  if (rule.errors !== undefined && !rule.errors.includes(answer?.error ?? '')) return null
  if (rule.methods !== undefined && !rule.methods.includes(methodOf(kase))) return null
  if (rule.tokens !== undefined && !(token !== null && rule.tokens.includes(token.kind))) return null
  // The words of this status may name anything; it says that too many requests came.
  if (answer?.status === 429 && !aboutPace.has(rule.cause)) return null
  if (rule.cause === 'api_scope_missing' && holdsNamedScopes(kase)) return null
  const match = rule.pattern.exec(words)
  if (match === null) return null
  const shown = (rule.groups ?? []).map((name, index) => [name, match[index + 1] ?? ''] as const)
  const evidence: Record<string, string> = {
    ...tokenEvidence(kase, rule.cause),
    ...rule.evidence,
    ...Object.fromEntries(shown.filter(([, value]) => value !== '')),
  }
  const change = changeFor(rule.cause, evidence, kase.settings)
  const by = { basis: rule.isNumber ? 'number' : 'words', confidence: rule.confidence } as const
  return cause(kase, rule.cause, by, evidence, change && { change })
}
