import type { DraftVariable } from '../../drafts/import-draft.ts'

/** One variable of each name: the last. */
export const lastOfEach = (variables: readonly DraftVariable[]): DraftVariable[] => [
  ...new Map(variables.map((variable) => [variable.name, variable])).values(),
]
