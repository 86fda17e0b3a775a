import { z } from 'zod'
import { saveOutcomeSchema } from '../outcome.ts'
import { importEditsSchema } from '../import-edits.ts'
import { saveProblemSchema } from '../save-problem.ts'
import { passphraseSchema } from '../secret-storage.ts'
import {
  contactNameSchema,
  exportOptionsSchema,
  exportPreviewSchema,
  importChoiceSchema,
  importedCallSchema,
  importGivenSchema,
  importReadingSchema,
  importResultSchema,
  recipientSchema,
  sharingKeysChangeSchema,
  sharingKeysSchema,
  undoResultSchema,
} from '../sharing.ts'
import { nothing, id } from './inputs.ts'

/** Environments from and to files, and whom they are shared with. */
export const sharingCalls = {
  previewExport: { input: exportOptionsSchema, output: exportPreviewSchema },
  /** Writes environments to a file that the person chooses, or several into a folder; recorded. */
  saveExport: { input: exportOptionsSchema, output: saveOutcomeSchema },
  /** Puts the same text on the clipboard, where it is one file. Null is done, else why not. */
  copyExport: { input: exportOptionsSchema, output: saveProblemSchema.nullable() },
  /** Six words that nobody can guess. */
  newPassphrase: { input: nothing, output: z.string() },
  /** Puts it on the clipboard, which is cleared after 60 s if it still holds it. */
  copyPassphrase: { input: z.strictObject({ passphrase: passphraseSchema }), output: nothing },
  /** Reads texts that were dropped or pasted, or a file or folder that the person chooses. Changes nothing. */
  readImport: { input: importGivenSchema, output: importReadingSchema },
  /** Changes what would be imported. */
  editImport: { input: z.strictObject({ importId: id, edits: importEditsSchema }), output: importReadingSchema },
  /** The calls of one environment of what was read, in their order; none where it is no longer there. */
  listImportedCalls: {
    input: z.strictObject({ importId: id, environmentId: z.string().max(200) }),
    output: z.array(importedCallSchema).readonly(),
  },
  /** Tries a passphrase on what was read; null reads it without what is encrypted. */
  openImport: {
    input: z.strictObject({ importId: id, passphrase: z.string().max(1000).nullable() }),
    output: importReadingSchema,
  },
  /** Applies what was read, in one transaction. Conflicts without a choice are kept as they are; recorded. */
  applyImport: {
    input: z.strictObject({ importId: id, choices: z.array(importChoiceSchema).max(10_000) }),
    output: importResultSchema,
  },
  /** Puts everything back that an import changed, while the app runs. */
  undoImport: { input: z.strictObject({ importId: id }), output: undoResultSchema },
  sharingKeys: { input: nothing, output: sharingKeysSchema },
  /** Makes one's own age identity and Ed25519 key, kept with the stored secrets. */
  createSharingKeys: { input: z.strictObject({ name: contactNameSchema }), output: sharingKeysChangeSchema },
  saveRecipient: {
    input: z.strictObject({ name: contactNameSchema, recipient: recipientSchema }),
    output: sharingKeysChangeSchema,
  },
  deleteRecipient: { input: z.strictObject({ recipient: recipientSchema }), output: sharingKeysChangeSchema },
  deleteAuthor: { input: z.strictObject({ publicKey: z.string().max(200) }), output: sharingKeysChangeSchema },
  /** Undo of `deleteAuthor`, while the app runs. */
  restoreAuthor: { input: z.strictObject({ publicKey: z.string().max(200) }), output: sharingKeysChangeSchema },
}
