import { variablePattern } from '../../../../vocabulary/variables.ts'
import type { DraftVariable, VariableSet } from '../../drafts/import-draft.ts'

/** Variables within variables that are followed. */
const mostSteps = 5
const longest = 2000

/** A text as it is in each set, only to see to which host it leads. */
export function addressesOf(text: string, common: readonly DraftVariable[], sets: readonly VariableSet[]): string[] {
  if (!text.includes('{{')) return [text]
  const all = sets.length === 0 ? [[]] : sets.map(({ variables }) => variables)
  return all.map((variables) => {
    const values = new Map([...common, ...variables].map(({ name, value }) => [name, value]))
    let address = text.slice(0, longest)
    for (let step = 0; step < mostSteps && address.includes('{{'); step++)
      address = address
        .replaceAll(variablePattern, (whole, name: string) => values.get(name) ?? whole)
        .slice(0, longest)
    return address
  })
}
