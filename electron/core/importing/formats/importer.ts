import type { ImportDraft } from '../drafts/import-draft.ts'
import type { ParsedFile } from '../drafts/import-file.ts'

/** Reads the files of one tool. */
export interface Importer {
  /** Those of these files that it reads; none where it knows none of them. */
  claim: (files: readonly ParsedFile[]) => readonly ParsedFile[]
  /**
   * What they say, each collection as a draft. Nothing in them is run, asked or opened.
   *
   * @throws {ImportRefused} where nothing of them can be read
   */
  read: (files: readonly ParsedFile[]) => readonly ImportDraft[]
}
