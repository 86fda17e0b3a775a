import { z } from 'zod'
import { preferencesChangeSchema, preferencesSchema } from '../preferences.ts'
import { sandboxChangesSchema, sandboxStatusSchema } from '../sandbox.ts'
import { nothing } from './inputs.ts'

/** Unsaved edits of a form, kept in memory so that they outlive a crash of the window; never a secret. */
const draftSchema = z.strictObject({ key: z.string().min(1).max(200), value: z.string().max(2_000_000) })

/** The app itself: files, preferences, drafts, the sandbox. */
export const appCalls = {
  /** Asks the person for a file; null when none is chosen. */
  chooseFile: { input: z.strictObject({ title: z.string().max(200) }), output: z.string().nullable() },
  getPreferences: { input: nothing, output: preferencesSchema },
  setPreferences: { input: preferencesChangeSchema, output: preferencesSchema },
  listDrafts: { input: nothing, output: z.array(draftSchema) },
  /** An empty value forgets the draft. */
  saveDraft: { input: draftSchema, output: nothing },
  sandboxStatus: { input: nothing, output: sandboxStatusSchema },
  /** What the sandbox does differently, to see what comes of it; nothing after a restart. */
  sandboxChanges: { input: nothing, output: sandboxChangesSchema },
  setSandboxChanges: { input: sandboxChangesSchema, output: sandboxChangesSchema },
  restartSandbox: { input: nothing, output: sandboxStatusSchema },
  about: {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      runtime: z.record(z.string(), z.string()),
      workspacePath: z.string(),
    }),
  },
}
