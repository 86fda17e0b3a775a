import { z } from 'zod'
import { acceptedFindingSchema } from './accepted-finding.ts'
import { importChoices } from '../vocabulary/import-choices.ts'
import { importMaxCharacters } from '../vocabulary/limits.ts'
import { recipientRule } from '../vocabulary/sharing-rules.ts'
import { otherTools } from '../vocabulary/export-formats.ts'
import { importFormats, mostImported, openSettings } from '../vocabulary/import-formats.ts'
import { environmentIdSchema, providerSchema } from './environment.ts'
import { editedSettingSchema, editedSettingsSchema, importEditsSchema } from './import-edits.ts'
import { exportNoteSchema } from './export-note.ts'
import { importNoteSchema } from './import-note.ts'
import { secretNameSchema } from './secret.ts'
import { importProblemSchema, notStoredSchema, undoProblemSchema } from './import-problem.ts'
import { passphraseSchema, sealedProblemSchema } from './secret-storage.ts'
import { sharingKeyProblemSchema } from './sharing-key-problem.ts'
import { text } from './text.ts'

export const recipientSchema = text(recipientRule)

/** How secrets travel in an export: not at all, encrypted to recipients, or encrypted to a passphrase. */
export const carriedSecretsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('recipients'),
    recipients: z.array(recipientSchema).min(1, 'Choose a recipient.').max(20),
  }),
  z.strictObject({ kind: z.literal('passphrase'), passphrase: passphraseSchema }),
])
export type CarriedSecrets = z.infer<typeof carriedSecretsSchema>

const environmentIds = z.array(environmentIdSchema).min(1, 'Choose an environment.').max(10_000)

/** Files of other tools hold no secrets and no signature. */
export const exportOptionsSchema = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('explorer'),
    environmentIds,
    secrets: carriedSecretsSchema,
    sign: z.boolean(),
  }),
  z.strictObject({ format: z.enum(otherTools), environmentIds }),
])
export type ExportOptions = z.infer<typeof exportOptionsSchema>
/** Of our own file. */
export type ExplorerExportOptions = Extract<ExportOptions, { format: 'explorer' }>
export type ToolExportOptions = Exclude<ExportOptions, ExplorerExportOptions>

/** Something in what would be written that looks like a secret. `excerpt` is masked. */
export const leakSchema = z.strictObject({
  environmentId: z.string(),
  environmentName: z.string(),
  /** A path such as `headers.0.value` or `apiCalls.2.url`. */
  place: z.string(),
  kind: z.enum(['known_secret', 'jwt', 'private_key', 'certificate', 'url_credentials', 'high_entropy']),
  excerpt: z.string(),
})
export type Leak = z.infer<typeof leakSchema>

export const exportPreviewSchema = z.strictObject({
  leaks: z.array(leakSchema).readonly(),
  environments: z.number(),
  apiCalls: z.number(),
  /** Stored or session secrets that are replaced by a marker, or carried encrypted. */
  secrets: z.number(),
  /** Secrets that should be carried, or looked for in the text, and cannot be read. */
  unreadable: z
    .array(z.strictObject({ environmentName: z.string(), name: secretNameSchema, reason: sealedProblemSchema }))
    .readonly(),
  bytes: z.number(),
  files: z.number(),
  /** What has no place in the files of another tool. */
  notes: z.array(exportNoteSchema).readonly(),
})
export type ExportPreview = z.infer<typeof exportPreviewSchema>

/** A secret that a file has in clear. It is shown nowhere. */
export const foundSecretSchema = z.strictObject({
  name: secretNameSchema,
  /** What the secret variable is called that it becomes; empty for every other secret. */
  variable: z.string(),
  /** Where it was. `likely`: it only looks like a secret, by its name or its text. */
  of: z.enum(['settings', 'variable', 'header', 'query', 'body', 'url']),
  /** The name of that header, parameter or variable, and of the call; empty where there is none. */
  place: z.string(),
  call: z.string(),
  likely: z.boolean(),
})
export type FoundSecret = z.infer<typeof foundSecretSchema>

/** What was read, for people. */
export const importSourceSchema = z.strictObject({
  format: z.enum(importFormats),
  /** As the file says it, such as `2.1`; empty where it says none. */
  version: z.string(),
  /** UTF-8, of all files together. */
  bytes: z.number(),
})
export type ImportSource = z.infer<typeof importSourceSchema>

/** One environment of a file, against what the workspace has. */
export const importItemSchema = z.strictObject({
  /** The id in the file; choices name it. */
  id: z.string(),
  name: z.string(),
  stage: z.string(),
  /**
   * What would become of it: new; the same as what is there; or in conflict with one by id or by name. Calls alone go into
   * an environment that is here (`into_existing`), or nowhere as long as none is chosen, or it is gone (`no_target`).
   */
  status: z.enum(['added', 'unchanged', 'same_id', 'same_name', 'into_existing', 'no_target']),
  /** The environment in the workspace that it meets, or that its calls go into, if any. */
  existing: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** What differs from `existing`, as text. */
  changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })).readonly(),
  apiCalls: z.number(),
  /** `calls` has calls alone: the file names no client that they belong to. */
  kind: z.enum(['environment', 'calls']),
  /** Settings as they would be imported, for people to look at and change. */
  settings: editedSettingsSchema.required(),
  /** Settings that were changed to what breaks a rule, which is said; it cannot be imported like that. */
  faults: z.array(z.strictObject({ field: editedSettingSchema, message: z.string() })).readonly(),
  provider: providerSchema,
  /** Settings with a variable that has no value yet, as the file writes them. They are left empty until it has one. */
  open: z.array(z.strictObject({ field: z.enum(openSettings), text: z.string() })).readonly(),
  /**
   * Every server that would receive a secret, and from where that would come; the proxy that all would go through; and the
   * authorities and the certificate that would be trusted besides the runtime's own, with their names as `origin`.
   */
  receivers: z
    .array(
      z.strictObject({
        kind: z.enum(['server', 'proxy', 'authority']),
        secret: z.string(),
        source: z.string(),
        origin: z.string(),
        known: z.boolean(),
      }),
    )
    .readonly(),
  /** Secrets that the file carries, and those that its reader has to supply. */
  carried: z.array(secretNameSchema).readonly(),
  missing: z.array(secretNameSchema).readonly(),
  /** Every secret that the file has in clear, and where: a text such as `Header X-Api-Key of “Export”`. */
  found: z.array(foundSecretSchema).readonly(),
  /** Secret variables that its reader has to supply. */
  missingVariables: z.array(z.string()).readonly(),
  /** What the file accepts of a review. */
  accepted: z.array(acceptedFindingSchema).readonly(),
})
export type ImportItem = z.infer<typeof importItemSchema>

/** Who signed a file, by the fingerprint of the Ed25519 key. */
export const signatureStatusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unsigned') }),
  /** `name` is the pinned author's; an unknown one is pinned when the file is imported. */
  z.strictObject({ kind: z.literal('known_author'), name: z.string(), fingerprint: z.string() }),
  z.strictObject({ kind: z.literal('new_author'), name: z.string(), fingerprint: z.string() }),
  /** Another key claims the name of an author that is pinned. */
  z.strictObject({ kind: z.literal('other_key'), name: z.string(), fingerprint: z.string(), pinned: z.string() }),
  z.strictObject({ kind: z.literal('invalid') }),
])
export type SignatureStatus = z.infer<typeof signatureStatusSchema>

/** What is imported: texts of files by their paths, or what the person is asked for. */
export const importGivenSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('texts'),
    /** Of the file, the folder, or what was pasted. */
    name: z.string().max(500),
    files: z
      .array(z.strictObject({ path: z.string().max(1000), text: z.string().max(importMaxCharacters) }))
      .min(1)
      .max(mostImported.files)
      .refine((files) => files.reduce((sum, { text }) => sum + text.length, 0) <= importMaxCharacters),
  }),
  z.strictObject({ kind: z.literal('choose_file') }),
  z.strictObject({ kind: z.literal('choose_folder') }),
])
export type ImportGiven = z.infer<typeof importGivenSchema>

export const importReadingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('preview'),
    importId: z.string(),
    fileName: z.string(),
    items: z.array(importItemSchema).readonly(),
    signature: signatureStatusSchema,
    /** Members that this version does not know and keeps, by path. */
    unknown: z.array(z.string()).readonly(),
    /** Each format of what was given, that of most files first. */
    sources: z.array(importSourceSchema).readonly(),
    /** What was not understood, or should be known. */
    notes: z.array(importNoteSchema).readonly(),
    /** Variables that calls or settings name and that have no value in the file, by name. */
    valuesNeeded: z.array(z.strictObject({ name: z.string(), value: z.string() })).readonly(),
    /** Whether all environments have the same calls. */
    hasSharedCalls: z.boolean(),
    edits: importEditsSchema,
  }),
  /** Its secrets, or all of it, are encrypted: to a passphrase, or to a recipient whose key is not here. */
  z.strictObject({
    kind: z.literal('encrypted'),
    importId: z.string(),
    fileName: z.string(),
    to: z.enum(['passphrase', 'recipient']),
    /** True when the environments can be imported without what is encrypted. */
    partly: z.boolean(),
    /** Why the passphrase or the key that was tried did not open it; null at first. */
    problem: importProblemSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('refused'), fileName: z.string(), reason: importProblemSchema }),
  z.strictObject({ kind: z.literal('cancelled') }),
])
export type ImportReading = z.infer<typeof importReadingSchema>

/** A call of a file, for a list. */
export const importedCallSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  method: z.string(),
  url: z.string(),
  authorization: z.enum(['environment', 'none']),
})
export type ImportedCall = z.infer<typeof importedCallSchema>

export const importChoiceSchema = z.strictObject({
  id: z.string().max(200),
  choice: z.enum(importChoices),
})
export type ImportChoice = z.infer<typeof importChoiceSchema>

export const importResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('applied'),
    importId: z.string(),
    added: z.array(environmentIdSchema).readonly(),
    replaced: z.array(environmentIdSchema).readonly(),
    /** Environments that were here and have more calls now. */
    extended: z.array(environmentIdSchema).readonly(),
    kept: z.number(),
    /** Carried secrets that could not be stored, with the reason. */
    notStored: z
      .array(z.strictObject({ environmentName: z.string(), name: secretNameSchema, reason: notStoredSchema }))
      .readonly(),
  }),
  z.strictObject({ kind: z.literal('refused'), reason: importProblemSchema }),
])
export type ImportResult = z.infer<typeof importResultSchema>

export const undoResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('undone') }),
  z.strictObject({ kind: z.literal('refused'), reason: undoProblemSchema }),
])

/** Keys for sharing: one's own, those that files are encrypted to, those whose signatures are believed. */
export const sharingKeysSchema = z.strictObject({
  /** Null until made. `fingerprint` is that of the public key: what others see of one's signatures. */
  own: z
    .strictObject({
      name: z.string(),
      recipient: z.string(),
      recipientFingerprint: z.string(),
      publicKey: z.string(),
      fingerprint: z.string(),
    })
    .nullable(),
  recipients: z.array(z.strictObject({ name: z.string(), recipient: z.string(), fingerprint: z.string() })).readonly(),
  authors: z.array(z.strictObject({ name: z.string(), publicKey: z.string(), fingerprint: z.string() })).readonly(),
})
export type SharingKeys = z.infer<typeof sharingKeysSchema>

export const contactNameSchema = z.string().trim().min(1, 'Give it a name.').max(200)

export const sharingKeysChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), keys: sharingKeysSchema }),
  z.strictObject({ kind: z.literal('refused'), reason: sharingKeyProblemSchema }),
])
