import type { Environment } from '../../contract/environment.ts'
import type { FieldProblem } from '../../contract/finding.ts'
import type { ClientCredentials } from '../oauth/client-auth/client-authentication.ts'
import { clientSecretOf, type Desk } from './desk.ts'

type Endpoint = 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint' | 'jwks_uri'

const labels: Readonly<Record<Endpoint, string>> = {
  token_endpoint: 'token endpoint',
  introspection_endpoint: 'introspection endpoint',
  revocation_endpoint: 'revocation endpoint',
  jwks_uri: 'JWKS URI',
}

/** The missing endpoint as a problem at its field, or nothing. */
export function endpointProblems(desk: Desk, environment: Environment, field: Endpoint): FieldProblem[] {
  if (environment[field] !== '') return []
  if (environment.provider === 'sandbox' && desk.ports.sandbox.facts() === null) {
    return [{ field, message: 'The sandbox is not running. Start it in Settings, or wait until it is up.' }]
  }
  return [{ field, message: `This environment has no ${labels[field]}. Enter it, or use "Discover".` }]
}

export function credentialProblems(desk: Desk, environment: Environment): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (environment.client_id === '') problems.push({ field: 'client_id', message: 'Enter the client ID.' })
  if (clientSecretOf(desk, environment) === '') {
    const message = 'Enter the client secret. It is kept for this session only, so it is asked for after each start.'
    problems.push({ field: 'client_secret', message })
  }
  return problems
}

export function credentialsOf(desk: Desk, environment: Environment): ClientCredentials {
  const { client_id, token_endpoint_auth_method: method } = environment
  return { client_id, clientSecret: clientSecretOf(desk, environment), method }
}

export const environmentGone: FieldProblem = { field: 'name', message: 'This environment does not exist any more.' }
export const noToken: FieldProblem = { field: 'access_token', message: 'There is no token yet. Request one first.' }
