import type { ApiCall } from '../../contract/api-call.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { WithWorkspace } from '../core-context.ts'

/** Exchanges of the environment that are looked through, newest first. */
const most = 500

/** The newest exchange with each endpoint as it is set, and with each saved call; newest first. */
export function newestExchanges(
  { workspace }: WithWorkspace<'exchanges'>,
  environmentId: string,
  value: EnvironmentInput,
  calls: readonly ApiCall[],
): Exchange[] {
  const { exchanges } = workspace
  const endpoints = new Set(endpointsOf(value))
  const found = new Map<string, string>()
  for (const { id, purpose, url, isOfProbe } of exchanges.list(environmentId, most)) {
    // What a probe asks for is in its result; what is published is published to everybody.
    if (isOfProbe === true && purpose !== 'discovery' && purpose !== 'jwks') continue
    const isEndpoint = purpose === 'discovery' || endpoints.has(url)
    if (purpose !== 'api' && isEndpoint && !found.has(`${purpose} ${url}`)) found.set(`${purpose} ${url}`, id)
  }
  for (const call of calls) {
    const [newest] = exchanges.listOfCall(call.id, 1)
    if (newest !== undefined) found.set(`api ${call.id}`, newest.id)
  }
  return [...found.values()]
    .flatMap((id) => exchanges.get(id) ?? [])
    .toSorted((one, other) => other.startedAt - one.startedAt)
}

function endpointsOf(value: EnvironmentInput): string[] {
  const { token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri, mtls_endpoint_aliases } = value
  const own = [token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri]
  return [...own, ...Object.values(mtls_endpoint_aliases)].filter((url) => url !== '')
}
