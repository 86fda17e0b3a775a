import type { EnvironmentInput } from '../../contract/environment.ts'
import { digest } from '../flow/settings-key.ts'
import type { ReviewCase } from '../review/case.ts'
import { safeCalls } from './safe-call.ts'

/** Names all that decides what a probe sends and what it may find: with other settings its result says nothing. */
export function probeSettingsOf(kase: Pick<ReviewCase, 'settings' | 'calls'>): string {
  const calls = safeCalls({ calls: kase.calls, exchanges: [] }).map((call) => JSON.stringify(call))
  return digest([serverOf(kase.settings), clientOf(kase.settings), calls.toSorted()])
}

const serverOf = (value: EnvironmentInput) => [
  value.issuer,
  value.token_endpoint,
  value.introspection_endpoint,
  value.revocation_endpoint,
  value.jwks_uri,
  value.mtls_endpoint_aliases,
  value.introspection,
  value.network,
  value.variables,
]

const clientOf = (value: EnvironmentInput) => [
  value.client_id,
  value.token_endpoint_auth_method,
  value.basicEncoding,
  value.assertion,
  value.dpop,
  value.scope,
  value.audience,
  value.resource,
  value.parameters,
  value.headers,
  value.tokenBodyFormat,
]
