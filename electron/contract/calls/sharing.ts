import { z } from 'zod'
import { importMaxCharacters } from '../../vocabulary/limits.ts'
import { saveOutcomeSchema } from '../outcome.ts'
import { saveProblemSchema } from '../save-problem.ts'
import { passphraseSchema } from '../secret-storage.ts'
import {
  contactNameSchema,
  exportOptionsSchema,
  exportPreviewSchema,
  importChoiceSchema,
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
  /** Writes environments to a file that the person chooses; recorded. */
  saveExport: { input: exportOptionsSchema, output: saveOutcomeSchema },
  /** Puts the same text on the clipboard. Null is done, else why not. */
  copyExport: { input: exportOptionsSchema, output: saveProblemSchema.nullable() },
  /** Six words that nobody can guess. */
  newPassphrase: { input: nothing, output: z.string() },
  /** Puts it on the clipboard, which is cleared after 60 s if it still holds it. */
  copyPassphrase: { input: z.strictObject({ passphrase: passphraseSchema }), output: nothing },
  /** Reads a text that was dropped or pasted, or a file that the person chooses when `text` is null. Changes nothing. */
  readImport: {
    input: z.strictObject({ text: z.string().max(importMaxCharacters).nullable(), fileName: z.string().max(500) }),
    output: importReadingSchema,
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
