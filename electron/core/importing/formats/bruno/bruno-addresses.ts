import { variablePattern } from '../../../../vocabulary/variables.ts'
import type { DraftVariable, VariableSet } from '../../drafts/import-draft.ts'

/** Variables within variables that are followed. */
const mostSteps = 5
const longest = 2000
const mostSets = 50

/** What gives a text as it is in each set, only to see to which host it leads. */
export function addressReader(
  common: readonly DraftVariable[],
  sets: readonly VariableSet[],
): (text: string) => readonly string[] {
  const all = sets.length === 0 ? [[]] : sets.slice(0, mostSets).map(({ variables }) => variables)
  const values = all.map((variables) => new Map([...common, ...variables].map(({ name, value }) => [name, value])))
  return (text) =>
    values.map((set) => {
      let address = text.slice(0, longest)
      for (let step = 0; step < mostSteps && address.includes('{{'); step++)
        address = address.replaceAll(variablePattern, (whole, name: string) => set.get(name) ?? whole).slice(0, longest)
      return address
    })
}
