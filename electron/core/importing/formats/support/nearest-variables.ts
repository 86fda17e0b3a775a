import type { DraftVariable } from '../../drafts/import-draft.ts'

const most = 1000

/** One variable of each name: the last. */
export const lastOfEach = (variables: readonly DraftVariable[]): DraftVariable[] => [
  ...new Map(variables.map((variable) => [variable.name, variable])).values(),
]

/** The last of each name, and no more than a call could ever use. */
export const nearestVariables = (variables: readonly DraftVariable[]): DraftVariable[] =>
  lastOfEach(variables).slice(-most)

/** Those of a folder and of what is in it, the nearer ones last: the same list where nothing is nearer. */
export const withNearer = (
  variables: readonly DraftVariable[],
  nearer: readonly DraftVariable[],
): readonly DraftVariable[] => (nearer.length === 0 ? variables : nearestVariables([...variables, ...nearer]))
