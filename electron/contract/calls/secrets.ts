import { z } from 'zod'
import { backupSchema, removedBackupsSchema } from '../backup.ts'
import { environmentIdSchema, environmentSchema } from '../environment.ts'
import { revealOutcomeSchema } from '../outcome.ts'
import { fieldProblemSchema } from '../problem.ts'
import { secretSourceSchema } from '../secret-source.ts'
import { passphraseSchema, secretStorageSchema, storageChangeSchema } from '../secret-storage.ts'
import { originBoundSchema, secretNameSchema, secretValueSchema } from '../secret.ts'
import { sourceTestSchema } from '../source-test.ts'
import { waySchema } from '../way.ts'
import { nothing, unsaved } from './inputs.ts'

const ofSecret = z.strictObject({ environmentId: environmentIdSchema, name: secretNameSchema })

/** Secrets of environments and how they are kept. */
export const secretCalls = {
  /** Deletes a secret, the one in use and the one that waits, and what was allowed of it. */
  forgetSecret: { input: ofSecret, output: nothing },
  /** Goes back to the secret that was kept. */
  discardNewSecret: { input: ofSecret, output: environmentSchema.nullable() },
  /** The secret itself, for the eyes of the person who asked; recorded. The window hides it again after 20 s. */
  revealSecret: { input: ofSecret, output: revealOutcomeSchema },
  /** Puts it on the clipboard, which is cleared after 60 s if it still holds it; recorded. Null is done, else why not. */
  copySecret: { input: ofSecret, output: fieldProblemSchema.nullable() },
  /** Gives a secret that is asked for each time, for the next request alone. */
  answerSecret: { input: ofSecret.extend({ value: secretValueSchema }), output: nothing },
  /** Lets a secret be sent to an origin as well, by the way that was shown; recorded. */
  allowOrigin: {
    input: z.strictObject({
      environmentId: environmentIdSchema,
      secret: originBoundSchema,
      origin: z.string().min(1).max(300),
      way: waySchema,
    }),
    output: nothing,
  },
  /** Asks a source as the form shows it, past what is kept in memory. */
  testSecretSource: {
    input: unsaved.extend({ name: secretNameSchema, source: secretSourceSchema }),
    output: sourceTestSchema,
  },
  secretStorage: { input: nothing, output: secretStorageSchema },
  /** Asks the keyring again, or tries a passphrase. */
  unlockSecretStorage: {
    input: z.strictObject({ passphrase: z.string().max(1000).nullable() }),
    output: storageChangeSchema,
  },
  /** Makes the key of the stored secrets, or wraps the existing one again: by the keyring when `passphrase` is null. */
  protectSecrets: { input: z.strictObject({ passphrase: passphraseSchema.nullable() }), output: storageChangeSchema },
  /** Makes a new key and seals every stored secret with it, in one transaction. */
  rotateDataKey: { input: nothing, output: storageChangeSchema },
  /** Deletes stored secrets that cannot be opened any longer, and the key with them, so that new ones can be stored. */
  forgetStoredSecrets: { input: nothing, output: storageChangeSchema },
  /** Newest first. */
  listBackups: { input: nothing, output: z.array(backupSchema) },
  /**
   * Removes backups for good, after a new one of the workspace as it is now; recorded. What was forgotten, and keys and
   * passphrases that were replaced, live on in older ones. The newest is never removed.
   */
  removeBackups: {
    input: z.strictObject({ names: z.array(z.string().min(1).max(200)).min(1).max(1000) }),
    output: removedBackupsSchema,
  },
}
