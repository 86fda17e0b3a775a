import type { DraftVariable, ImportDraft, VariableSet } from './import-draft.ts'

/** What belongs together: drafts of variables alone hold for the collections that were given with them. */
export function collectionsOf(drafts: readonly ImportDraft[]): readonly ImportDraft[] {
  const isAlone = ({ clients, calls }: ImportDraft) => clients.length + calls.length === 0
  const collections = drafts.filter((draft) => !isAlone(draft))
  const alone = drafts.filter(isAlone)
  if (collections.length === 0) return alone.map(withoutCommon)
  const sets = alone.flatMap(({ variableSets }) => variableSets)
  const variables = alone.flatMap((draft) => draft.variables)
  const notes = alone.flatMap((draft) => draft.notes)
  const withAll = (draft: ImportDraft, index: number): ImportDraft => ({
    ...draft,
    variables: [...variables, ...draft.variables],
    variableSets: merged([...draft.variableSets, ...sets]),
    notes: index === 0 ? [...draft.notes, ...notes] : draft.notes,
  })
  return collections.map(withAll)
}

/** Variables without a set are one. */
function withoutCommon(draft: ImportDraft): ImportDraft {
  if (draft.variableSets.length > 0 || draft.variables.length === 0) return draft
  const place = { file: '', line: null, pointer: null }
  return { ...draft, variables: [], variableSets: [{ name: draft.name, place, variables: draft.variables }] }
}

/** Sets of one name are one: tools keep what is private of a set in another file. */
function merged(sets: readonly VariableSet[]): VariableSet[] {
  const byName = new Map<string, { set: VariableSet; variables: DraftVariable[] }>()
  for (const set of sets) {
    const known = byName.get(set.name)
    if (known === undefined) byName.set(set.name, { set, variables: [...set.variables] })
    else known.variables.push(...set.variables)
  }
  return [...byName.values()].map(({ set, variables }) => ({ name: set.name, place: set.place, variables }))
}
