import type { BodyFormat, EnvironmentInput } from '../../contract/environment.ts'
import type { Headers as HeaderFields } from '../../contract/exchange.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import type { HttpRequest } from '../http/transcript.ts'
import { authenticate } from './client-auth/client-authentication.ts'
import type { AssertionDeps, ClientCredentials } from './client-auth/credentials.ts'
import { problem, problemAt } from '../problem.ts'

/** Header names as people write them: the Headers object knows lower case only. */
const spelling: Readonly<Record<string, string>> = { authorization: 'Authorization', dpop: 'DPoP' }

/**
 * A POST to a protocol endpoint, its parameters as form (the standard) or JSON (what some servers take as well).
 * Fields of `extra` come last, and replace ours of the same name. There is no Origin: a server may take a request that
 * has one as a browser's and refuse it.
 */
export function protocolRequest(
  url: string,
  parameters: URLSearchParams,
  authentication: Headers,
  format: BodyFormat,
  extra: HeaderFields = [],
): HttpRequest {
  const own: HeaderFields = [
    ['Accept', 'application/json'],
    ['Content-Type', format === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'],
    ...[...authentication].map(([name, value]): [string, string] => [spelling[name] ?? name, value]),
  ]
  const replaced = new Set(extra.map(([name]) => name.toLowerCase()))
  return {
    method: 'POST',
    url,
    headers: [...own.filter(([name]) => !replaced.has(name.toLowerCase())), ...extra],
    body: Buffer.from(format === 'form' ? parameters.toString() : jsonOf(parameters)),
  }
}

/** A parameter that comes more than once is an array: JSON has no other way to say it. */
function jsonOf(parameters: URLSearchParams): string {
  const names = [...new Set(parameters.keys())]
  return JSON.stringify(
    Object.fromEntries(
      names.map((name) => {
        const values = parameters.getAll(name)
        return [name, values.length === 1 ? values[0] : values]
      }),
    ),
  )
}

export type TokenRequestSettings = Pick<
  EnvironmentInput,
  'token_endpoint' | 'scope' | 'audience' | 'resource' | 'parameters' | 'headers' | 'tokenBodyFormat'
>

/**
 * Builds an access token request of the client credentials grant. Extra parameters go out last and as they are, also when
 * one repeats a name that is sent already: nothing that was typed is swallowed.
 * @see RFC 6749 §4.4.2, RFC 8707 §2
 */
export async function buildTokenRequest(
  settings: TokenRequestSettings,
  credentials: ClientCredentials,
  deps: AssertionDeps,
): Promise<HttpRequest> {
  const parameters = new URLSearchParams({ grant_type: 'client_credentials' })
  if (settings.scope !== '') parameters.set('scope', settings.scope)
  if (settings.audience !== '') parameters.set('audience', settings.audience)
  for (const resource of settings.resource) parameters.append('resource', resource)
  const authentication = new Headers()
  await authenticate(credentials, deps, parameters, authentication)
  for (const { name, value } of settings.parameters) parameters.append(name, value)
  const extra = settings.headers.map(({ name, value }): [string, string] => [name, value])
  return protocolRequest(settings.token_endpoint, parameters, authentication, settings.tokenBodyFormat, extra)
}

const secretParameters: ReadonlySet<string> = new Set([
  'client_secret',
  'client_assertion',
  'assertion',
  'password',
  'refresh_token',
  'subject_token',
  'actor_token',
])

const unfitHeaders: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie', 'dpop', 'origin'])

/**
 * Extra parameters that are not sent. Registered ones such as `scope`, `resource`, `client_id` or `grant_type` may be
 * repeated on purpose, to see what the server makes of it; a secret may not, since parameters are stored and exported.
 */
export const parameterProblems = (parameters: EnvironmentInput['parameters']): FieldProblem[] =>
  parameters.flatMap(({ name }, index) =>
    secretParameters.has(name.trim().toLowerCase())
      ? [problemAt(`parameters.${index}.name`, problem('secret_parameter', { name: name.trim() }))]
      : [],
  )

/** Extra header fields that are not sent. */
export const headerProblems = (headers: EnvironmentInput['headers']): FieldProblem[] =>
  headers.flatMap(({ name }, index) =>
    unfitHeaders.has(name.trim().toLowerCase())
      ? [problemAt(`headers.${index}.name`, problem('header_not_sent', { name: name.trim() }))]
      : [],
  )
