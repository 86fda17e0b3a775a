import type { VariableSet } from '../../drafts/import-draft.ts'

/** Sets of one tool that have the same name are different ones, and get numbers. */
export function distinctSets(sets: readonly VariableSet[]): VariableSet[] {
  const given = new Set(sets.map(({ name }) => name))
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return sets.map(({ name, place, variables }) => {
    let count = counts.get(name) ?? 1
    let distinct = name
    while (taken.has(distinct) || (distinct !== name && given.has(distinct))) distinct = `${name} ${++count}`
    counts.set(name, count)
    taken.add(distinct)
    return { name: distinct, place, variables }
  })
}
