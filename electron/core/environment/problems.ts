import type { EnvironmentInput } from '../../contract/environment.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { problem, problemAt } from '../problem.ts'
import { endpointOf } from '../oauth/endpoints.ts'
import type { CoreContext } from './current-environment.ts'

/** What could be made ready, or every field that keeps it from being so. */
export type Prepared<Value> = { ok: true; value: Value } | { ok: false; problems: readonly FieldProblem[] }

export const notPrepared = (
  ...problems: readonly FieldProblem[]
): { ok: false; problems: readonly FieldProblem[] } => ({
  ok: false,
  problems,
})

type Endpoint = 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint'

const labels: Readonly<Record<Endpoint | 'jwks_uri', string>> = {
  token_endpoint: 'token endpoint',
  introspection_endpoint: 'introspection endpoint',
  revocation_endpoint: 'revocation endpoint',
  jwks_uri: 'JWKS URI',
}

/** The missing endpoint as a problem at its field, or nothing. */
export function endpointProblems(core: CoreContext, value: EnvironmentInput, field: Endpoint): FieldProblem[] {
  return endpointOf(value, field) === '' ? [missingEndpoint(core, value, field)] : []
}

export function missingEndpoint(
  core: CoreContext,
  { provider }: Pick<EnvironmentInput, 'provider'>,
  field: Endpoint | 'jwks_uri',
): FieldProblem {
  if (provider === 'sandbox' && core.ports.sandbox.facts() === null) {
    return { field, message: 'The sandbox is not running. Start it in Settings, or wait until it is up.' }
  }
  return { field, message: `This environment has no ${labels[field]}. Enter it, or use "Discover".` }
}

export const environmentGone: FieldProblem = { field: 'name', message: 'This environment does not exist any more.' }
export const noToken: FieldProblem = { field: 'access_token', message: 'There is no token yet. Request one first.' }
export const noEarlierToken: FieldProblem = {
  field: 'access_token',
  message: 'This environment held no token before the one it holds now.',
}
export const noClientSecret = problemAt('client_secret', problem('client_secret_missing'))
