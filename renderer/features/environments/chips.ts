import type { Chips } from './form-values.ts'

/** How a list is typed: what is between two of its items, and what is wrong with an item, or null. */
export interface ChipRules {
  separator: RegExp
  problemOf: (item: string) => string | null
}

/** Items that are complete become chips as they are typed; the last one stays text until a separator follows it. */
export function typeChips(before: Chips, typed: string, rules: ChipRules): Chips {
  const items = typed.split(rules.separator)
  const unfinished = items.pop() ?? ''
  if (items.length === 0) return { ...before, typed }
  return chipped(before.chips, items, unfinished, rules)
}

/** All that is typed becomes chips, as on Enter or when the field is left. What is wrong stays text, to be mended. */
export function commitChips({ chips, typed }: Chips, rules: ChipRules): Chips {
  const committed = chipped(chips, typed.split(rules.separator), '', rules)
  return { ...committed, typed: committed.typed.trim() }
}

/** What is wrong with the text that could not become chips, or null. */
export function typedProblem({ typed }: Chips, { separator, problemOf }: ChipRules): string | null {
  const items = typed.split(separator).filter(Boolean)
  return items.map(problemOf).find((problem) => problem !== null) ?? null
}

function chipped(
  chips: readonly string[],
  items: readonly string[],
  unfinished: string,
  { problemOf }: ChipRules,
): Chips {
  const given = items.filter(Boolean)
  const good = given.filter((item) => problemOf(item) === null)
  const wrong = given.filter((item) => problemOf(item) !== null)
  return { chips: [...new Set([...chips, ...good])], typed: [...wrong, unfinished].join(' ').trimStart() }
}
