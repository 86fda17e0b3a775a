import type { EnvironmentInput } from '../../../../contract/environment.ts'
import { httpFileComments } from '../../../../wording/http-file-comments.ts'
import { comment } from './call-lines.ts'
import { encodeAround } from './encode-around.ts'

/** A parameter of the token request, and whether its value is a variable that is sent as it is. */
type Parameter = readonly [name: string, value: string, isVariable?: boolean]

/** What the token request needs that is in no file: `client_secret`, `client_assertion` or nothing. */
export type Credential = 'client_secret' | 'client_assertion' | null

export function credentialOf({ token_endpoint_auth_method: method }: EnvironmentInput): Credential {
  if (method === 'client_secret_basic' || method === 'client_secret_post') return 'client_secret'
  return /_jwt$|assertion/.test(method) ? 'client_assertion' : null
}

/** The request for a token, named `token`. */
export function tokenLines(value: EnvironmentInput): string[] {
  const isBasic = value.token_endpoint_auth_method === 'client_secret_basic'
  const isJson = value.tokenBodyFormat === 'json'
  return [
    '### token',
    '# @name token',
    ...(credentialOf(value) === 'client_assertion' ? [comment(httpFileComments.assertion)] : []),
    ...(value.token_endpoint_auth_method.endsWith('tls_client_auth') ? [comment(httpFileComments.certificate)] : []),
    'POST {{token_endpoint}}',
    `Content-Type: application/${isJson ? 'json' : 'x-www-form-urlencoded'}`,
    'Accept: application/json',
    ...(isBasic ? ['Authorization: Basic {{client_id}} {{client_secret}}'] : []),
    ...value.headers.map(({ name, value: text }) => `${name}: ${text}`),
    '',
    isJson ? jsonOf(parametersOf(value)) : formOf(parametersOf(value)),
    '',
    comment(httpFileComments.handler),
    '# > {% client.global.set("access_token", response.body.access_token); %}',
    '',
  ]
}

function parametersOf(value: EnvironmentInput): Parameter[] {
  const { scope, audience, resource, parameters } = value
  return [
    ['grant_type', 'client_credentials'],
    ...(value.token_endpoint_auth_method === 'client_secret_basic'
      ? []
      : [['client_id', '{{client_id}}', true] as const]),
    ...credentialParameters(value),
    ...(scope === '' ? [] : [['scope', scope] as const]),
    ...(audience === '' ? [] : [['audience', audience] as const]),
    ...resource.map((text): Parameter => ['resource', text]),
    ...parameters.map(({ name, value: text }): Parameter => [name, text]),
  ]
}

function credentialParameters(value: EnvironmentInput): Parameter[] {
  if (value.token_endpoint_auth_method === 'client_secret_post') return [['client_secret', '{{client_secret}}', true]]
  if (credentialOf(value) !== 'client_assertion') return []
  return [
    ['client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
    ['client_assertion', '{{client_assertion}}', true],
  ]
}

const formOf = (parameters: readonly Parameter[]): string =>
  parameters
    .map(([name, value, isVariable = false]) => `${encodeAround(name)}=${isVariable ? value : encodeAround(value)}`)
    .join('&')

const jsonOf = (parameters: readonly Parameter[]): string =>
  JSON.stringify(Object.fromEntries(parameters.map(([name, value]) => [name, value])), null, 2)
