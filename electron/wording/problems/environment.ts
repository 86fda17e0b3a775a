import type { Writers } from '../../catalogue/evidence.ts'
import type { environmentProblems } from '../../catalogue/problems/environment.ts'
import { tooLong } from '../../vocabulary/text-rule.ts'
import { httpUrlFaults, httpUrlRule } from '../../vocabulary/url-rules.ts'
import { sentence } from '../sentence.ts'

const urlFaults: ReadonlyMap<string, string> = new Map(Object.entries(httpUrlFaults))

const endpointLabels: ReadonlyMap<string, string> = new Map([
  ['token_endpoint', 'token endpoint'],
  ['introspection_endpoint', 'introspection endpoint'],
  ['revocation_endpoint', 'revocation endpoint'],
  ['jwks_uri', 'JWKS URI'],
])

export const environmentProblemWriters: Writers<typeof environmentProblems, string> = {
  environment_gone: () => 'This environment no longer exists.',
  exchange_gone: () => 'This exchange no longer exists.',
  endpoint_missing: ({ endpoint }) =>
    `This environment has no ${endpointLabels.get(endpoint) ?? endpoint}. Enter it, or use "Discover".`,
  sandbox_not_running: () => 'The sandbox is not running. Start it in Settings, or wait until it is up.',
  token_missing: () => 'There is no token yet. Request one first.',
  previous_token_missing: () => 'This environment has no previous token.',
  token_not_obtained: () => 'No token could be obtained for this call. See the Token tab.',
  token_request_cancelled: () => 'Cancelled. Another request is still waiting for the same token.',
  system_proxy_unusable: ({ url, words }) =>
    `The system proxy cannot be used. ${url === undefined ? sentence(words ?? '') : `The system names a proxy that is not understood: ${url}.`}`.trimEnd(),
  url_refused: ({ fault }) => urlFaults.get(fault) ?? tooLong(httpUrlRule),
}
