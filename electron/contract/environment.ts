import { z } from 'zod'
import {
  audienceRule,
  clientIdRule,
  folderRule,
  foldScope,
  headerNameRule,
  headerValueRule,
  nameRule,
  notesRule,
  parameterNameRule,
  parameterValueRule,
  resourceRule,
  scopeRule,
} from '../vocabulary/environment-rules.ts'
import { bodyFormats, introspectionAuthentications, introspectionResponseFormats } from '../vocabulary/introspection.ts'
import { atMost, maxHeaders, maxParameters, maxResources } from '../vocabulary/limits.ts'
import { renewBeforeRule } from '../vocabulary/number-rules.ts'
import { stages } from '../vocabulary/stages.ts'
import { tooLong } from '../vocabulary/text-rule.ts'
import {
  assertionSettingsSchema,
  authMethodSchema,
  basicEncodingSchema,
  dpopSettingsSchema,
} from './client-authentication.ts'
import { networkPolicySchema } from './network-policy.ts'
import { wholeNumber } from './number.ts'
import { secretSourcesSchema, secretStatesSchema } from './secret.ts'
import { acceptedFindingsSchema } from './accepted-finding.ts'
import { text } from './text.ts'
import { optionalHttpUrlSchema } from './url.ts'
import { variablesSchema } from './variable.ts'

export const stageSchema = z.enum(stages)
export type Stage = z.infer<typeof stageSchema>

/** A preset for one kind of authorization server. `sandbox` endpoints are kept in step with the running sandbox. */
export const providerSchema = z.enum([
  'standard',
  'cidaas',
  'auth0',
  'okta',
  'entra',
  'keycloak',
  'cognito',
  'pingfederate',
  'forgerock',
  'salesforce',
  'apigee',
  'hydra',
  'zitadel',
  'sandbox',
])
export type Provider = z.infer<typeof providerSchema>

export const bodyFormatSchema = z.enum(bodyFormats)
export type BodyFormat = z.infer<typeof bodyFormatSchema>

export const introspectionStyleSchema = z.strictObject({
  authentication: z.enum(introspectionAuthentications),
  bodyFormat: bodyFormatSchema,
  responseFormat: z.enum(introspectionResponseFormats),
})
export type IntrospectionStyle = z.infer<typeof introspectionStyleSchema>

/** Space-separated scope tokens. @see RFC 6749 §3.3 */
export const scopeSchema = z
  .string()
  .max(scopeRule.most, { error: () => tooLong(scopeRule) })
  .transform(foldScope)
  .refine((text) => scopeRule.pattern.test(text), scopeRule.unlike)

export const resourceSchema = text(resourceRule)

/** A parameter of the token request beyond the registered ones; the same name may come more than once. */
export const parameterSchema = z.strictObject({
  name: text(parameterNameRule),
  value: text(parameterValueRule),
})

/** An extra header field of the token request. @see RFC 9110 §5.1, §5.5 */
export const headerFieldSchema = z.strictObject({ name: text(headerNameRule), value: text(headerValueRule) })

/** Everything a person can configure of an environment. Registered parameters keep their wire names. */
export const environmentInputSchema = z.strictObject({
  name: text(nameRule),
  stage: stageSchema,
  provider: providerSchema,
  issuer: optionalHttpUrlSchema,
  token_endpoint: optionalHttpUrlSchema,
  introspection_endpoint: optionalHttpUrlSchema,
  revocation_endpoint: optionalHttpUrlSchema,
  jwks_uri: optionalHttpUrlSchema,
  /** Used instead of the endpoints above when a client certificate is presented. @see RFC 8705 §5 */
  mtls_endpoint_aliases: z.strictObject({
    token_endpoint: optionalHttpUrlSchema,
    introspection_endpoint: optionalHttpUrlSchema,
    revocation_endpoint: optionalHttpUrlSchema,
  }),
  client_id: text(clientIdRule),
  token_endpoint_auth_method: authMethodSchema,
  basicEncoding: basicEncodingSchema,
  assertion: assertionSettingsSchema,
  dpop: dpopSettingsSchema,
  scope: scopeSchema,
  audience: text(audienceRule),
  resource: z.array(resourceSchema).max(maxResources, atMost(maxResources, 'resources')),
  parameters: z.array(parameterSchema).max(maxParameters, atMost(maxParameters, 'parameters')),
  headers: z.array(headerFieldSchema).max(maxHeaders, atMost(maxHeaders, 'headers')),
  /** Of the token request; the standard has form only. @see RFC 6749 §4.4.2 */
  tokenBodyFormat: bodyFormatSchema,
  introspection: introspectionStyleSchema,
  network: networkPolicySchema,
  /** Seconds before its expiry from which a token is not reused any longer. */
  renewBefore: wholeNumber(renewBeforeRule),
  secretSources: secretSourcesSchema,
  /** For people; shown, searched and shared, and never sent to a server. */
  notes: text(notesRule),
  /** Under which it is listed; empty for none. */
  folder: text(folderRule),
  /** What its calls may name as `{{name}}`. */
  variables: variablesSchema,
  /** What a review found and a person accepted; changed by `acceptFinding` and `withdrawAcceptance` only. */
  accepted: acceptedFindingsSchema,
})
export type EnvironmentInput = z.infer<typeof environmentInputSchema>

export const environmentIdSchema = z.string().min(1).max(64)

export const environmentSchema = environmentInputSchema.extend({
  id: environmentIdSchema,
  /** True for the environments that the app brings along; they cannot be deleted. */
  builtIn: z.boolean(),
  secrets: secretStatesSchema,
})
export type Environment = z.infer<typeof environmentSchema>

/** What a list shows of an environment, and by what it is found. */
export const environmentSummarySchema = environmentSchema.pick({
  id: true,
  name: true,
  stage: true,
  provider: true,
  issuer: true,
  folder: true,
  builtIn: true,
})
export type EnvironmentSummary = z.infer<typeof environmentSummarySchema>
