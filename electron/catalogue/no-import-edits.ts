import type { ImportEdits } from '../contract/import-edits.ts'

/** An import as it was read. */
export const noImportEdits: ImportEdits = {
  environmentsLeftOut: [],
  callsLeftOut: [],
  secretsLeftOut: [],
  settings: {},
  variables: {},
  targets: {},
}
