import { serverSentences } from '../../../catalogue/server-sentences.ts'
import type { SentenceRule } from '../../../catalogue/server-sentences/entry.ts'
import { cause, type Cause, type Check } from '../check.ts'
import type { Case } from '../case.ts'
import { methodOf } from '../method-of.ts'

/** What the server itself says, by the sentences and numbers that are known of servers. */
export const serverWords: Check = {
  name: 'server_words',
  look(kase) {
    const words = kase.answer?.words ?? ''
    if (words === '') return null
    return serverSentences.flatMap((rule) => found(kase, words, rule) ?? [])
  },
}

function found(kase: Case, words: string, rule: SentenceRule): Cause | null {
  const { step, answer } = kase
  if (rule.steps !== undefined && !rule.steps.includes(step)) return null
  if (rule.errors !== undefined && !rule.errors.includes(answer?.error ?? '')) return null
  if (rule.methods !== undefined && !rule.methods.includes(methodOf(kase))) return null
  const match = rule.pattern.exec(words)
  if (match === null) return null
  const shown = (rule.groups ?? []).map((name, index) => [name, match[index + 1] ?? ''] as const)
  const evidence = { ...rule.evidence, ...Object.fromEntries(shown.filter(([, value]) => value !== '')) }
  return cause(kase, rule.cause, { basis: rule.isNumber ? 'number' : 'words', confidence: rule.confidence }, evidence)
}
