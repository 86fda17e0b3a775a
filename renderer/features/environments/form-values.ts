import { z } from 'zod'
import {
  type Environment,
  type EnvironmentInput,
  environmentInputSchema,
  httpUrlSchema,
} from '../../../electron/contract/environment.ts'

/** The form's values: as the environment, but everything that is typed is text. The secret is never in here. */
export type FormValues = Omit<EnvironmentInput, 'resource'> & { resource: string }

export const emptyValues: FormValues = {
  name: '',
  stage: 'development',
  provider: 'standard',
  issuer: '',
  token_endpoint: '',
  introspection_endpoint: '',
  revocation_endpoint: '',
  jwks_uri: '',
  client_id: '',
  token_endpoint_auth_method: 'client_secret_basic',
  scope: '',
  audience: '',
  resource: '',
  introspection: { authentication: 'client', bodyFormat: 'form' },
}

export function valuesOf(environment: Environment): FormValues {
  const { id: _id, builtIn: _builtIn, clientSecret: _clientSecret, ...value } = environment
  return { ...value, resource: value.resource.join(' ') }
}

/** The environment that the form describes, or what is wrong, by field. */
export function readValues(
  values: FormValues,
): { ok: true; value: EnvironmentInput } | { ok: false; errors: Record<string, string> } {
  const parsed = environmentInputSchema.safeParse({ ...values, resource: values.resource.split(/\s+/).filter(Boolean) })
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues)
    errors[String(path[0])] ??= urlMessage(String(path[0]), values) ?? message
  return { ok: false, errors }
}

const urlFields = ['issuer', 'token_endpoint', 'introspection_endpoint', 'revocation_endpoint', 'jwks_uri'] as const
export type UrlField = (typeof urlFields)[number]

export function urlsOf(values: FormValues): Pick<FormValues, UrlField> {
  const { issuer, token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri } = values
  return { issuer, token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri }
}

/** A union of "empty or a URL" reports only that neither fits; this says what is wrong with the URL. */
function urlMessage(field: string, values: FormValues): string | null {
  const name = urlFields.find((candidate) => candidate === field)
  if (name === undefined) return null
  const result = httpUrlSchema.safeParse(values[name])
  return result.success ? null : (result.error.issues[0]?.message ?? null)
}

const text = z.string()
const { stage, provider, token_endpoint_auth_method, introspection } = environmentInputSchema.shape

/** Half-typed text is allowed: it is a draft. */
const formValuesSchema = z.strictObject({
  name: text,
  stage,
  provider,
  issuer: text,
  token_endpoint: text,
  introspection_endpoint: text,
  revocation_endpoint: text,
  jwks_uri: text,
  client_id: text,
  token_endpoint_auth_method,
  scope: text,
  audience: text,
  resource: text,
  introspection,
})

/** A draft that was kept, or null when it is not one (another version wrote it). */
export function draftValues(draft: string | undefined): FormValues | null {
  if (draft === undefined) return null
  const parsed = formValuesSchema.safeParse(JSON.parse(draft))
  return parsed.success ? parsed.data : null
}
