import { z } from 'zod'
import { importMaxCharacters, inspectMaxCharacters } from '../vocabulary/limits.ts'
import { apiCallSchema, apiRequestSchema } from './api-call.ts'
import { backupSchema, removedBackupsSchema } from './backup.ts'
import type { CallName } from './call-names.ts'
import {
  environmentIdSchema,
  environmentInputSchema,
  environmentSchema,
  environmentSummarySchema,
  introspectionStyleSchema,
  stageSchema,
} from './environment.ts'
import { fingerprint256Schema, networkPolicySchema } from './network-policy.ts'
import { exchangeSchema, exchangeSummarySchema } from './exchange.ts'
import {
  acceptOutcomeSchema,
  apiCallOutcomeSchema,
  copyOutcomeSchema,
  discoveryOutcomeSchema,
  introspectionOutcomeSchema,
  keysOutcomeSchema,
  previewOutcomeSchema,
  revealOutcomeSchema,
  revocationOutcomeSchema,
  saveEnvironmentOutcomeSchema,
  saveOutcomeSchema,
  tokenOutcomeSchema,
} from './outcome.ts'
import { saveProblemSchema } from './save-problem.ts'
import { fieldProblemSchema } from './problem.ts'
import { preferencesChangeSchema, preferencesSchema } from './preferences.ts'
import { sandboxStatusSchema } from './sandbox.ts'
import { originBoundSchema, secretNameSchema, secretValueSchema, typedSecretsSchema } from './secret.ts'
import { secretSourceSchema } from './secret-source.ts'
import { sourceTestSchema } from './source-test.ts'
import { auditEventSchema, passphraseSchema, secretStorageSchema, storageChangeSchema } from './secret-storage.ts'
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
} from './sharing.ts'
import { comparisonSchema, comparisonSideSchema } from './comparison.ts'
import { inspectionSchema } from './decoded-token.ts'
import { evidenceInputSchema } from './evidence.ts'
import { openedTokenSchema, openingKeySchema } from './opened-token.ts'
import { heldTokenSchema } from './token.ts'
import { waySchema } from './way.ts'
import { keySourceSchema, tokenReferenceSchema, verificationOutcomeSchema } from './verification.ts'

const nothing = z.undefined()
const ofEnvironment = z.strictObject({ environmentId: environmentIdSchema })
const ofSecret = z.strictObject({ environmentId: environmentIdSchema, name: secretNameSchema })
const id = z.string().min(1).max(64)

/** An environment as its form stands, with the secrets that are typed; `environmentId` is null for a new one. */
const unsaved = z.strictObject({ environmentId: environmentIdSchema.nullable(), secrets: typedSecretsSchema })
const typedUrl = z.string().max(2048)

/** Unsaved edits of a form, kept in memory so that they outlive a crash of the window; never a secret. */
const draftSchema = z.strictObject({ key: z.string().min(1).max(200), value: z.string().max(2_000_000) })

/** Every call: what goes in, what comes out. `Api` and all bindings derive from this. */
export const calls = {
  /** Built-in ones first. */
  listEnvironments: { input: nothing, output: z.array(environmentSummarySchema) },
  /** Null when it is gone. */
  getEnvironment: { input: ofEnvironment, output: environmentSchema.nullable() },
  /** Of these environments, without those that are gone. */
  listSecretStates: {
    input: z.strictObject({ environmentIds: z.array(environmentIdSchema).max(10_000) }),
    output: z.array(environmentSchema.pick({ id: true, secrets: true })),
  },
  /**
   * Saves an environment, a new one when `id` is null, and the secrets that are typed: all of it in one transaction. A secret
   * is stored, or kept for the session, as its source says, and may then be sent to the origins that the environment names
   * now. Of those in `keepOld`, a stored one is kept until the new one has obtained a token.
   */
  saveEnvironment: {
    input: z.strictObject({
      id: environmentIdSchema.nullable(),
      value: environmentInputSchema,
      secrets: typedSecretsSchema,
      keepOld: z.array(secretNameSchema).readonly(),
    }),
    output: saveEnvironmentOutcomeSchema,
  },
  /** False when it is built in or gone already. */
  deleteEnvironment: { input: ofEnvironment, output: z.boolean() },
  /** Undo of `deleteEnvironment`, at its old place, with its saved calls and secret. */
  restoreEnvironment: { input: ofEnvironment, output: environmentSchema.nullable() },
  duplicateEnvironment: { input: ofEnvironment, output: environmentSchema.nullable() },
  /** Deletes a secret, the one in use and the one that waits, and what was allowed of it. */
  forgetSecret: { input: ofSecret, output: nothing },
  /** Has an environment accept the server certificate of one of its exchanges from now on, though it is not trusted. */
  acceptCertificate: {
    input: ofEnvironment.extend({ exchangeId: id, fingerprint: fingerprint256Schema }),
    output: acceptOutcomeSchema,
  },
  /** Undo of `acceptCertificate`, while the app runs. False when something else was accepted since. */
  undoAcceptCertificate: { input: ofEnvironment, output: z.boolean() },
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
  /** Asks a source as the form stands, past what is kept in memory. */
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
  /** Newest first. */
  listAuditEvents: {
    input: z.strictObject({ limit: z.number().int().min(1).max(200) }),
    output: z.array(auditEventSchema),
  },
  /** Reads the metadata of an issuer. */
  discover: {
    input: unsaved.extend({ issuer: typedUrl, stage: stageSchema, network: networkPolicySchema }),
    output: discoveryOutcomeSchema,
  },
  /** Reads the key set at a JWKS URI. */
  listKeys: {
    input: unsaved.extend({ jwks_uri: typedUrl, stage: stageSchema, network: networkPolicySchema }),
    output: keysOutcomeSchema,
  },
  /** Builds the token request, and sends nothing. With `reveal` it is not masked: for the eyes of the person who asked. */
  previewTokenRequest: {
    input: unsaved.extend({
      value: environmentInputSchema.extend({ name: z.string().max(200) }),
      reveal: z.boolean(),
    }),
    output: previewOutcomeSchema,
  },
  requestToken: { input: ofEnvironment, output: tokenOutcomeSchema },
  listTokens: { input: nothing, output: z.array(heldTokenSchema) },
  /** The token itself, for the eyes of the person who asked; the window hides it again after 20 s. */
  revealToken: { input: ofEnvironment, output: z.string().nullable() },
  /** Puts the token on the clipboard, which is cleared after 60 s if it still holds it. False when there is none. */
  copyToken: { input: ofEnvironment, output: z.boolean() },
  /** Checks a token against what `environmentId` names; null compares with nothing. A JWE is opened first, where a key of the environment fits. */
  verifyToken: {
    input: z.strictObject({
      token: tokenReferenceSchema,
      environmentId: environmentIdSchema.nullable(),
      keys: keySourceSchema,
    }),
    output: verificationOutcomeSchema,
  },
  /** Decrypts a JWE. */
  openToken: {
    input: z.strictObject({
      token: tokenReferenceSchema,
      environmentId: environmentIdSchema.nullable(),
      key: openingKeySchema,
    }),
    output: openedTokenSchema,
  },
  introspectToken: {
    input: z.strictObject({ environmentId: environmentIdSchema, style: introspectionStyleSchema }),
    output: introspectionOutcomeSchema,
  },
  revokeToken: { input: ofEnvironment, output: revocationOutcomeSchema },
  /** Finds the tokens in a text and decodes one; nothing is sent, nothing is kept. */
  inspectText: {
    input: z.strictObject({ text: z.string().max(inspectMaxCharacters), pick: z.number().int().min(0) }),
    output: inspectionSchema,
  },
  compareTokens: {
    input: z.strictObject({ left: comparisonSideSchema, right: comparisonSideSchema }),
    output: comparisonSchema,
  },
  /** Puts a redacted summary on the clipboard. Null is done, else why not. */
  copyEvidence: { input: evidenceInputSchema, output: saveProblemSchema.nullable() },
  /** Writes it to a file that the person chooses. */
  saveEvidence: { input: evidenceInputSchema, output: saveOutcomeSchema },
  listApiCalls: { input: ofEnvironment, output: z.array(apiCallSchema) },
  /** Saves over the call with this id, or adds one when `id` is null. Null when the environment is gone. */
  saveApiCall: {
    input: z.strictObject({ environmentId: environmentIdSchema, id: id.nullable(), request: apiRequestSchema }),
    output: apiCallSchema.nullable(),
  },
  /** Gives back what was deleted, so that it can be saved again. */
  deleteApiCall: { input: z.strictObject({ id }), output: apiCallSchema.nullable() },
  sendApiCall: {
    input: z.strictObject({ environmentId: environmentIdSchema, request: apiRequestSchema }),
    output: apiCallOutcomeSchema,
  },
  /** Newest first. */
  listExchanges: {
    input: z.strictObject({ environmentId: environmentIdSchema.nullable(), limit: z.number().int().min(1).max(200) }),
    output: z.array(exchangeSummarySchema),
  },
  getExchange: { input: z.strictObject({ id }), output: exchangeSchema.nullable() },
  /** The exchanges that led to this one, in order; it is the last. Empty when it is not there. */
  getExchangeChain: { input: z.strictObject({ id }), output: z.array(exchangeSchema) },
  /**
   * Puts a request on the clipboard as a curl command that works: with its secrets, for 60 s. Of an exchange that was
   * recorded, whose secrets are not kept, as it is shown: masked.
   */
  copyAsCurl: {
    input: z.discriminatedUnion('kind', [
      ofEnvironment.extend({ kind: z.literal('token') }),
      ofEnvironment.extend({ kind: z.literal('api'), request: apiRequestSchema }),
      z.strictObject({ kind: z.literal('exchange'), id }),
    ]),
    output: copyOutcomeSchema,
  },
  /** Writes exchanges, masked, to a HAR 1.2 file that the person chooses. */
  saveHar: {
    input: z.strictObject({ exchangeIds: z.array(id).min(1).max(200) }),
    output: saveOutcomeSchema,
  },
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
  /** Asks the person for a file; null when none is chosen. */
  chooseFile: { input: z.strictObject({ title: z.string().max(200) }), output: z.string().nullable() },
  getPreferences: { input: nothing, output: preferencesSchema },
  setPreferences: { input: preferencesChangeSchema, output: preferencesSchema },
  listDrafts: { input: nothing, output: z.array(draftSchema) },
  /** An empty value forgets the draft. */
  saveDraft: { input: draftSchema, output: nothing },
  sandboxStatus: { input: nothing, output: sandboxStatusSchema },
  restartSandbox: { input: nothing, output: sandboxStatusSchema },
  about: {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      runtime: z.record(z.string(), z.string()),
      workspacePath: z.string(),
    }),
  },
} satisfies Record<CallName, { input: z.ZodType; output: z.ZodType }>

type Calls = typeof calls
export type CallInput<Name extends CallName> = z.infer<Calls[Name]['input']>
export type CallOutput<Name extends CallName> = z.infer<Calls[Name]['output']>

/** The whole of the core as its hosts see it. `Context` carries what a host adds, such as a signal to cancel. */
export type Api<Context> = {
  [Name in CallName]: (input: CallInput<Name>, context: Context) => Promise<CallOutput<Name>>
}

/** What crosses the process boundary: errors thrown over IPC lose their class, so they travel as values. */
export type Reply<Name extends CallName> =
  | { ok: true; value: CallOutput<Name> }
  | { ok: false; code: 'invalid_input' | 'forbidden' | 'internal'; message: string }
