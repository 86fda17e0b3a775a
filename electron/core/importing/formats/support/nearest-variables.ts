import type { DraftVariable } from '../../drafts/import-draft.ts'

const most = 1000

/** The last of each name, and no more than a call could ever use. */
export const nearestVariables = (variables: readonly DraftVariable[]): DraftVariable[] =>
  [...new Map(variables.map((variable) => [variable.name, variable])).values()].slice(-most)
