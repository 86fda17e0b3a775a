import type { ApiCall } from '../contract/api-call.ts'
import type { EnvironmentInput } from '../contract/environment.ts'
import type { FlowChoice, FlowPlan } from '../contract/flow.ts'
import type { SecretSource } from '../contract/secret-source.ts'
import { endpointOf, hasClientCertificate } from './endpoints.ts'
import { hostOf } from './host-of.ts'

/** What would happen with these settings: the explanation of the flow with the values of an environment in it. */
export function flowPlanOf(
  value: EnvironmentInput,
  call: Pick<ApiCall, 'id' | 'method' | 'url'> | null,
  { scenario, tokenChoice, scope }: Pick<FlowChoice, 'scenario' | 'tokenChoice' | 'scope'>,
): FlowPlan {
  const { network } = value
  return {
    scenario,
    tokenChoice: scenario === 'narrow' ? 'new' : tokenChoice,
    provider: value.provider,
    client_id: value.client_id,
    authentication: value.token_endpoint_auth_method,
    bodyFormat: value.tokenBodyFormat,
    hasProof: value.dpop.enabled,
    hasClientCertificate: hasClientCertificate(value),
    scope: scenario === 'narrow' ? scope : value.scope,
    audience: value.audience,
    resource: value.resource,
    token_endpoint: withoutQuery(endpointOf(value, 'token_endpoint')),
    jwks_uri: withoutQuery(value.jwks_uri),
    introspection_endpoint: withoutQuery(endpointOf(value, 'introspection_endpoint')),
    introspection: value.introspection,
    revocation_endpoint: withoutQuery(endpointOf(value, 'revocation_endpoint')),
    call: call === null ? null : { id: call.id, method: call.method, url: withoutQuery(call.url) },
    sources: sourcesOf(value),
    proxy: network.proxy.mode === 'explicit' ? hostOf(network.proxy.url) : null,
  }
}

/** A query may hold what is secret. */
const withoutQuery = (url: string): string => url.split(/[?#]/, 1)[0] ?? ''

function sourcesOf({ secretSources }: EnvironmentInput): FlowPlan['sources'] {
  const asked = Object.values(secretSources).flatMap((source) => askedOverNetwork(source) ?? [])
  return asked.filter(
    ({ kind, host }, index) => asked.findIndex((other) => other.kind === kind && other.host === host) === index,
  )
}

function askedOverNetwork(source: SecretSource): FlowPlan['sources'][number] | null {
  switch (source.kind) {
    case 'vault':
      return { kind: 'vault', host: hostOf(source.address) }
    case 'aws_secrets_manager':
      return { kind: 'aws', host: hostOf(source.endpoint) || source.region }
    case 'azure_key_vault':
      return { kind: 'azure', host: hostOf(source.vaultUrl) }
    case 'stored':
    case 'session':
    case 'ask':
    case 'environment_variable':
    case 'file':
      return null
  }
}
