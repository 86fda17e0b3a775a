/** What a text must be. The contract makes a schema of it; the window, which has no schemas, asks `problemOf`. */
export interface TextRule {
  /** Whether white space around it is dropped first. */
  trim: boolean
  /** Names the text in the sentence about its length. */
  what: string
  /** Most characters. */
  most: number
  /** Said when it is empty; without it, it may be. */
  needed?: string
  pattern?: RegExp
  /** Said when it does not match `pattern`. */
  unlike?: string
  /** What no pattern can say. */
  further?: (text: string) => string | null
}

export const tooLong = ({ what, most }: Pick<TextRule, 'what' | 'most'>): string =>
  `${what} may have at most ${most.toLocaleString('en')} characters.`

/** What is wrong with a text, as a sentence; null when nothing is. */
export function problemOf(rule: TextRule, typed: string): string | null {
  const text = rule.trim ? typed.trim() : typed
  if (text === '' && rule.needed !== undefined) return rule.needed
  if (text.length > rule.most) return tooLong(rule)
  if (rule.pattern?.test(text) === false) return rule.unlike ?? ''
  return rule.further?.(text) ?? null
}

/** The same for a field that may be left empty. */
export const problemUnlessEmpty = (rule: TextRule, typed: string): string | null =>
  typed === '' ? null : problemOf(rule, typed)
