import { assertNever } from '../../common/assert-never.ts'
import { hostOf } from '../../common/host-of.ts'
import { isLoopbackHost } from '../../common/loopback.ts'
import type { FlowPlan } from '../../contract/flow.ts'

/** Facts below an arrow, one after the other. */
export const joined = (facts: readonly string[]): string => facts.filter((fact) => fact !== '').join(' · ')

export const scopesIn = (scope: string): string[] => scope.split(' ').filter((name) => name !== '')

/** Before a run that uses the held token while it may. */
export const onlyWithoutToken = 'only where no token can be reused'

/** What the token request says of the client and of what it asks for. */
export function tokenRequestFacts(plan: FlowPlan): string {
  const { authentication, bodyFormat, hasProof, audience, resource } = plan
  return joined([
    authentication === 'none' ? 'no client authentication' : authentication,
    scopesFact(plan),
    audience === '' ? '' : `audience ${audience}`,
    resource.length > 1 ? `${resource.length} resources` : resource.map((name) => `resource ${name}`).join(''),
    hasProof ? 'DPoP proof' : '',
    certificateFact(plan),
    bodyFormat === 'json' ? 'JSON body' : '',
    plainHttpFact(plan.token_endpoint),
  ])
}

function scopesFact({ scenario, scope }: Pick<FlowPlan, 'scenario' | 'scope'>): string {
  const scopes = scopesIn(scope)
  if (scopes.length === 0) return 'requests no scope'
  if (scenario === 'narrow') return `requests only ${scopes.join(' ')}`
  return scopes.length === 1 ? 'requests 1 scope' : `requests ${scopes.length} scopes`
}

/** The methods that authenticate by it name it already. */
function certificateFact({
  hasClientCertificate,
  authentication,
}: Pick<FlowPlan, 'hasClientCertificate' | 'authentication'>): string {
  return hasClientCertificate && !authentication.endsWith('tls_client_auth') ? 'client certificate' : ''
}

/** What an API call carries. */
export function callFacts({ hasProof, hasClientCertificate }: FlowPlan, url: string): string {
  return joined([
    hasProof ? 'Authorization: DPoP · DPoP proof' : 'Authorization: Bearer',
    hasClientCertificate ? 'client certificate' : '',
    plainHttpFact(url),
  ])
}

/** How an introspection request is authorized. */
export function introspectionFacts({ introspection, authentication }: FlowPlan): string {
  switch (introspection.authentication) {
    case 'client':
      return authentication === 'none' ? 'no client authentication' : authentication
    case 'client_secret_basic':
    case 'client_secret_post':
      return introspection.authentication
    case 'bearer_token_itself':
      return 'Bearer, the token itself'
    case 'none':
      return 'no authentication'
    default:
      return assertNever(introspection.authentication)
  }
}

/** Every arrow is under TLS, or says that it is not. */
export function plainHttpFact(url: string): string {
  if (!/^http:/i.test(url)) return ''
  return isLoopbackHost(hostOf(url).replace(/:\d+$/, '')) ? 'http on this computer' : 'plain http, not encrypted'
}
