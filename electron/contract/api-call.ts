import { z } from 'zod'
import {
  apiHeaderNameRule,
  apiHeaderValueRule,
  apiUrlRule,
  bodyRule,
  callFolderRule,
  callNameRule,
  contentTypeRule,
  fileNameRule,
  filePathRule,
  formNameRule,
  formValueRule,
  listRules,
  mostApiHeaders,
  mostAssertions,
  mostFormFields,
  mostQueryParameters,
  queryNameRule,
  queryValueRule,
} from '../vocabulary/api-request-rules.ts'
import { notesRule } from '../vocabulary/environment-rules.ts'
import { httpMethods } from '../vocabulary/http-methods.ts'
import { assertionSchema } from './assertion.ts'
import { environmentIdSchema, scopeSchema } from './environment.ts'
import { text } from './text.ts'
import { pastedTokenSchema } from './verification.ts'

/** Whether the line is sent; one that is not stays in the call. */
const enabled = z.boolean()

/** A file of this computer. Only its name travels in a shared file: `path` is then empty, and the file has to be chosen. */
export const apiFileSchema = z.strictObject({ path: text(filePathRule), name: text(fileNameRule) })
export type ApiFile = z.infer<typeof apiFileSchema>

const contentType = text(contentTypeRule)

/** @see RFC 7578 */
export const apiPartSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    name: text(formNameRule),
    value: text(formValueRule),
    contentType,
    enabled,
  }),
  z.strictObject({ kind: z.literal('file'), name: text(formNameRule), file: apiFileSchema, contentType, enabled }),
])
export type ApiPart = z.infer<typeof apiPartSchema>

export const apiBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** Sent as typed, as application/json, valid or not. */
  z.strictObject({ kind: z.literal('json'), text: text(bodyRule) }),
  /** Sent as typed; without Content-Type where that is empty. */
  z.strictObject({ kind: z.literal('text'), text: text(bodyRule), contentType }),
  /** application/x-www-form-urlencoded. */
  z.strictObject({
    kind: z.literal('form'),
    fields: z
      .array(z.strictObject({ name: text(formNameRule), value: text(formValueRule), enabled }))
      .max(mostFormFields, listRules.fields),
  }),
  z.strictObject({ kind: z.literal('multipart'), parts: z.array(apiPartSchema).max(mostFormFields, listRules.fields) }),
  /** The bytes of a file, as they are when it is sent. */
  z.strictObject({ kind: z.literal('file'), file: apiFileSchema, contentType }),
])
export type ApiBody = z.infer<typeof apiBodySchema>

/** A parameter of the query, as it is written there: percent-encoded where its writer wrote it so. `value` is null without "=". */
export const queryParameterSchema = z.strictObject({
  name: text(queryNameRule),
  value: text(queryValueRule).nullable(),
  enabled,
})
export type QueryParameter = z.infer<typeof queryParameterSchema>

export const apiHeaderSchema = z.strictObject({
  name: text(apiHeaderNameRule),
  value: text(apiHeaderValueRule),
  enabled,
})
export type ApiHeader = z.infer<typeof apiHeaderSchema>

/**
 * What a person composes for a protected API. `{{name}}` in URL, query, header values and body is replaced with the value of
 * the variable. The access token is added when it is sent. @see RFC 6750 §2.1
 */
export const apiRequestSchema = z.strictObject({
  method: z.enum(httpMethods),
  url: text(apiUrlRule),
  /** Added to a query that the URL has already. */
  query: z.array(queryParameterSchema).max(mostQueryParameters, listRules.query),
  headers: z.array(apiHeaderSchema).max(mostApiHeaders, listRules.headers),
  /** Not sent with GET and HEAD. */
  body: apiBodySchema,
  followRedirects: z.boolean(),
  /** Whether the access token of the environment goes along. */
  authorization: z.enum(['environment', 'none']),
  /** On 401 with a token that was reused: one new token, and the call once more. */
  renewOn401: z.boolean(),
  /** What the API asks for, as far as is known. */
  scope: scopeSchema,
  assertions: z.array(assertionSchema).max(mostAssertions, listRules.assertions),
})
export type ApiRequest = z.infer<typeof apiRequestSchema>

/** What is kept of a call for people. Without a name it is called by its method and path. */
export const apiCallLabelSchema = z.strictObject({
  name: text(callNameRule),
  folder: text(callFolderRule),
  notes: text(notesRule),
})
export type ApiCallLabel = z.infer<typeof apiCallLabelSchema>

/** A saved request against a protected API. */
export const apiCallSchema = apiRequestSchema.extend(apiCallLabelSchema.shape).extend({
  id: z.string(),
  environmentId: environmentIdSchema,
})
export type ApiCall = z.infer<typeof apiCallSchema>

/** What a list shows of a saved call, without its body. */
export const apiCallSummarySchema = apiCallSchema.pick({
  id: true,
  environmentId: true,
  name: true,
  folder: true,
  method: true,
  url: true,
  authorization: true,
  scope: true,
})
export type ApiCallSummary = z.infer<typeof apiCallSummarySchema>

/** Which token one sending carries: that of the environment, none, or one that is pasted, with or without its scheme, which is kept nowhere. */
export const apiTokenChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('environment') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('pasted'), token: pastedTokenSchema }),
])
export type ApiTokenChoice = z.infer<typeof apiTokenChoiceSchema>
