import { z } from 'zod'

/** How much harm a mistake does there; production looks different on screen. */
export const stageSchema = z.enum(['development', 'staging', 'production', 'other'])
export type Stage = z.infer<typeof stageSchema>

/** A preset for one kind of authorization server. `sandbox` endpoints are kept in step with the running sandbox. */
export const providerSchema = z.enum(['standard', 'cidaas', 'sandbox'])

/** Client authentication at the token endpoint. @see RFC 6749 §2.3.1, RFC 7591 §2 */
export const authMethodSchema = z.enum(['client_secret_basic', 'client_secret_post'])
export type AuthMethod = z.infer<typeof authMethodSchema>

/** How the introspection request is authorized: as the client, with the token itself as Bearer (cidaas), or not at all. */
export const introspectionAuthenticationSchema = z.enum(['client', 'bearer_token_itself', 'none'])

export const bodyFormatSchema = z.enum(['form', 'json'])
export type BodyFormat = z.infer<typeof bodyFormatSchema>

export const introspectionStyleSchema = z.strictObject({
  authentication: introspectionAuthenticationSchema,
  bodyFormat: bodyFormatSchema,
})
export type IntrospectionStyle = z.infer<typeof introspectionStyleSchema>

/**
 * An absolute http or https URL without fragment and without credentials in it.
 * @see RFC 6749 §3.2
 */
export const httpUrlSchema = z
  .string()
  .trim()
  .max(2048, 'A URL may have at most 2,048 characters.')
  .superRefine((text, context) => {
    const problem = httpUrlProblem(text)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  })

function httpUrlProblem(text: string): string | null {
  if (!/^https?:\/\//i.test(text)) return 'Enter an absolute URL that begins with https:// or http://.'
  if (/\s/.test(text)) return 'A URL cannot contain spaces.'
  if (!z.url().safeParse(text).success) return 'This is not a valid URL.'
  const authority = text.replace(/^https?:\/\//i, '').split(/[/?#]/, 1)[0] ?? ''
  if (authority.includes('@')) return 'Leave user name and password out of the URL: they would end up in logs.'
  if (text.includes('#')) return 'An endpoint URL must not have a fragment (#…).'
  return null
}

const optionalHttpUrlSchema = z.union([z.literal(''), httpUrlSchema])

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
  client_id: z.string().max(1024, 'A client ID may have at most 1,024 characters.'),
  token_endpoint_auth_method: authMethodSchema,
  scope: scopeSchema,
  audience: z.string().trim().max(2048, 'An audience may have at most 2,048 characters.'),
  resource: z.array(resourceSchema).max(20, 'At most 20 resources.'),
  introspection: introspectionStyleSchema,
})
export type EnvironmentInput = z.infer<typeof environmentInputSchema>

export const environmentIdSchema = z.string().min(1).max(64)

/** Where the client secret is: nowhere, or in memory until the app ends. */
export const secretStateSchema = z.enum(['none', 'session'])

export const environmentSchema = environmentInputSchema.extend({
  id: environmentIdSchema,
  /** True for the environments that the app brings along; they cannot be deleted. */
  builtIn: z.boolean(),
  clientSecret: secretStateSchema,
})
export type Environment = z.infer<typeof environmentSchema>
