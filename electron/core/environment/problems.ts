import type { EnvironmentInput } from '../../contract/environment.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { problem, problemAt } from '../problem.ts'
import { endpointOf } from '../../common/endpoints.ts'
import type { Ports } from '../ports.ts'

/** What could be made ready, or every field that keeps it from being so. */
export type Prepared<Value> = { ok: true; value: Value } | { ok: false; problems: readonly FieldProblem[] }

export const notPrepared = (
  ...problems: readonly FieldProblem[]
): { ok: false; problems: readonly FieldProblem[] } => ({
  ok: false,
  problems,
})

type Endpoint = 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint'

/** The missing endpoint as a problem at its field, or nothing. */
export function endpointProblems(
  deps: Pick<Ports, 'sandbox'>,
  value: EnvironmentInput,
  field: Endpoint,
): FieldProblem[] {
  return endpointOf(value, field) === '' ? [missingEndpoint(deps, value, field)] : []
}

export function missingEndpoint(
  deps: Pick<Ports, 'sandbox'>,
  { provider }: Pick<EnvironmentInput, 'provider'>,
  field: Endpoint | 'jwks_uri',
): FieldProblem {
  const isDown = provider === 'sandbox' && deps.sandbox.facts() === null
  return problemAt(field, isDown ? problem('sandbox_not_running') : problem('endpoint_missing', { endpoint: field }))
}

export const environmentGone = problemAt('name', problem('environment_gone'))
export const noToken = problemAt('access_token', problem('token_missing'))
export const noPreviousToken = problemAt('access_token', problem('previous_token_missing'))
export const noClientSecret = problemAt('client_secret', problem('client_secret_missing'))
