import { z } from 'zod'
import {
  assertionSettingsSchema,
  authMethodSchema,
  basicEncodingSchema,
  dpopSettingsSchema,
} from './client-authentication.ts'
import { networkPolicySchema } from './network-policy.ts'
import { secretSourcesSchema, secretStatesSchema } from './secret.ts'
import { optionalHttpUrlSchema } from './url.ts'

/** How much harm a mistake does there; production looks different on screen. */
export const stageSchema = z.enum(['development', 'staging', 'production', 'other'])
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

/**
 * How the introspection request is authorized: as the client by its own method or by one that is named, with the token
 * itself as Bearer (cidaas), or not at all.
 */
export const introspectionAuthenticationSchema = z.enum([
  'client',
  'client_secret_basic',
  'client_secret_post',
  'bearer_token_itself',
  'none',
])

export const bodyFormatSchema = z.enum(['form', 'json'])
export type BodyFormat = z.infer<typeof bodyFormatSchema>

export const introspectionStyleSchema = z.strictObject({
  authentication: introspectionAuthenticationSchema,
  bodyFormat: bodyFormatSchema,
  /** `jwt` asks for a signed response. @see RFC 9701 */
  responseFormat: z.enum(['json', 'jwt']),
})
export type IntrospectionStyle = z.infer<typeof introspectionStyleSchema>

/** Space-separated scope tokens; runs of white space become one space. @see RFC 6749 §3.3 */
export const scopeSchema = z
  .string()
  .max(4096, 'Scopes may have at most 4,096 characters.')
  .transform((text) => text.split(/\s+/).filter(Boolean).join(' '))
  .refine(
    (text) => /^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/.test(text),
    'A scope may hold visible ASCII characters except " and \\.',
  )

/** One resource indicator: an absolute URI without fragment. @see RFC 8707 §2 */
export const resourceSchema = z
  .string()
  .max(2048)
  .regex(/^[a-z][a-z0-9+.-]*:[^\s#]+$/i, 'A resource is an absolute URI without fragment, such as https://api.example.')

/** A parameter of the token request beyond the registered ones; the same name may come more than once. */
export const parameterSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the parameter a name.').max(200),
  value: z.string().max(10_000),
})

const headerName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const framing = /^(?:host|connection|content-length|transfer-encoding|te|trailer|upgrade|keep-alive|proxy-.*)$/i

/** An extra header field of the token request. @see RFC 9110 §5.1, §5.5 */
export const headerFieldSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Give the header a name.')
    .max(200)
    .regex(headerName, "A header name may hold letters, digits and !#$%&'*+-.^_`|~ only.")
    .refine((name) => !framing.test(name), 'This header is set by the connection itself.'),
  value: z
    .string()
    .trim()
    .max(8000)
    .regex(/^[\t\x20-\x7E\x80-\xFF]*$/, 'A header value is one line of Latin-1 characters.'),
})

/** Everything a person can configure of an environment. Registered parameters keep their wire names. */
export const environmentInputSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the environment a name.').max(200, 'A name may have at most 200 characters.'),
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
  client_id: z.string().max(1024, 'A client ID may have at most 1,024 characters.'),
  token_endpoint_auth_method: authMethodSchema,
  basicEncoding: basicEncodingSchema,
  assertion: assertionSettingsSchema,
  dpop: dpopSettingsSchema,
  scope: scopeSchema,
  audience: z.string().trim().max(2048, 'An audience may have at most 2,048 characters.'),
  resource: z.array(resourceSchema).max(20, 'At most 20 resources.'),
  parameters: z.array(parameterSchema).max(50, 'At most 50 parameters.'),
  headers: z.array(headerFieldSchema).max(50, 'At most 50 headers.'),
  /** Of the token request; the standard has form only. @see RFC 6749 §4.4.2 */
  tokenBodyFormat: bodyFormatSchema,
  introspection: introspectionStyleSchema,
  network: networkPolicySchema,
  /** Seconds before its expiry from which a token is not reused any longer. */
  renewBefore: z.number().int().min(0, 'At least 0 seconds.').max(86_400, 'At most 86,400 seconds.'),
  secretSources: secretSourcesSchema,
  /** For people; shown, searched and shared, and never sent to a server. */
  notes: z.string().max(20_000, 'Notes may have at most 20,000 characters.'),
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
