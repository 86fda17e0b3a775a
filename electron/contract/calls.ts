import { z } from 'zod'
import { apiCallSchema, apiRequestSchema } from './api-call.ts'
import type { CallName } from './call-names.ts'
import {
  environmentIdSchema,
  environmentInputSchema,
  environmentSchema,
  introspectionStyleSchema,
  stageSchema,
} from './environment.ts'
import { networkPolicySchema } from './network-policy.ts'
import { exchangeSchema, exchangeSummarySchema } from './exchange.ts'
import {
  apiCallOutcomeSchema,
  copyOutcomeSchema,
  discoveryOutcomeSchema,
  introspectionOutcomeSchema,
  keysOutcomeSchema,
  previewOutcomeSchema,
  revocationOutcomeSchema,
  saveOutcomeSchema,
  tokenOutcomeSchema,
} from './outcome.ts'
import { preferencesChangeSchema, preferencesSchema } from './preferences.ts'
import { sandboxStatusSchema } from './sandbox.ts'
import { secretNameSchema, secretValueSchema, typedSecretsSchema } from './secret.ts'
import { decodedTokenSchema, heldTokenSchema, verificationSchema } from './token.ts'

const nothing = z.undefined()
const ofEnvironment = z.strictObject({ environmentId: environmentIdSchema })
const id = z.string().min(1).max(64)

/** An environment as its form stands, with the secrets that are typed; `environmentId` is null for a new one. */
const unsaved = z.strictObject({ environmentId: environmentIdSchema.nullable(), secrets: typedSecretsSchema })
const typedUrl = z.string().max(2048)

/** Unsaved edits of a form, kept in memory so that they outlive a crash of the window; never a secret. */
const draftSchema = z.strictObject({ key: z.string().min(1).max(200), value: z.string().max(2_000_000) })

/** Every call: what goes in, what comes out. `Api` and all bindings derive from this. */
export const calls = {
  listEnvironments: { input: nothing, output: z.array(environmentSchema) },
  createEnvironment: { input: environmentInputSchema, output: environmentSchema },
  /** Null when there is no such environment any more. */
  updateEnvironment: {
    input: z.strictObject({ id: environmentIdSchema, value: environmentInputSchema }),
    output: environmentSchema.nullable(),
  },
  /** False when it is built in or gone already. */
  deleteEnvironment: { input: ofEnvironment, output: z.boolean() },
  /** Undo of `deleteEnvironment`, at its old place, with its saved calls and secret. */
  restoreEnvironment: { input: ofEnvironment, output: environmentSchema.nullable() },
  duplicateEnvironment: { input: ofEnvironment, output: environmentSchema.nullable() },
  /** Keeps a secret in memory until the app ends; an empty one is forgotten. No call gives it back as such. */
  setSecret: {
    input: z.strictObject({ environmentId: environmentIdSchema, name: secretNameSchema, value: secretValueSchema }),
    output: environmentSchema.nullable(),
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
  verifyToken: { input: ofEnvironment, output: verificationSchema.nullable() },
  introspectToken: {
    input: z.strictObject({ environmentId: environmentIdSchema, style: introspectionStyleSchema }),
    output: introspectionOutcomeSchema,
  },
  revokeToken: { input: ofEnvironment, output: revocationOutcomeSchema },
  decodeToken: { input: z.strictObject({ text: z.string().max(2_000_000) }), output: decodedTokenSchema },
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
      secretStorage: z.enum(['session']),
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
