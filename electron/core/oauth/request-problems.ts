import type { EnvironmentInput } from '../../contract/environment.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { problem, problemAt } from '../problem.ts'

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
