import type { ImportNote } from '../../../contract/import-note.ts'
import type { ImportSource } from '../../../contract/sharing.ts'
import type { CarriedByEnvironment } from '../../shared-file/shared-file.ts'
import type { ReadEnvironment } from '../read-environments.ts'

/** Files of other tools as environments of ours, each of which holds to the schema. */
export interface ForeignImport {
  sources: readonly ImportSource[]
  environments: readonly ReadEnvironment[]
  /** What is in the files in clear, to be sealed. */
  carried: CarriedByEnvironment
  notes: readonly ImportNote[]
  /** Variables that have no value in the files, by name. */
  valuesNeeded: readonly string[]
}
