import type { DraftVariable, VariableSet } from '../../drafts/import-draft.ts'

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

/** The sets that inherit these variables; the base is one of them where another replaces a value of it. */
export function setsWithBase(
  base: Pick<VariableSet, 'name' | 'place'>,
  inherited: readonly DraftVariable[],
  sets: readonly VariableSet[],
): readonly VariableSet[] {
  const valued = new Set(inherited.flatMap(({ name, value }) => (value === '' ? [] : [name])))
  const isReplaced = sets.some(({ variables }) => variables.some(({ name }) => valued.has(name)))
  return isReplaced ? [{ name: base.name, place: base.place, variables: [] }, ...sets] : sets
}
