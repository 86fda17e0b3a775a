import type { Exchange } from '../../contract/exchange.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import { originOf } from '../secrets/destinations.ts'
import { digest } from './digest.ts'

/**
 * Names what is requested, so that what is requested differently is no drift: of a token everything that changes it, of a saved call
 * its URL and body. Null for requests that are made but now and then.
 */
export function requestKeyOf({ purpose, request, callId }: Exchange, value: EnvironmentInput): string | null {
  const { method, url, body } = request
  switch (purpose) {
    case 'token': {
      const { client_id, token_endpoint_auth_method, basicEncoding, assertion, dpop } = value
      const { scope, audience, resource, parameters, headers, tokenBodyFormat } = value
      const client = [client_id, token_endpoint_auth_method, basicEncoding, assertion, dpop]
      return `token ${digest([url, client, scope, audience, resource, parameters, headers, tokenBodyFormat])}`
    }
    case 'introspection':
      return `introspection ${digest([url, value.client_id, value.introspection])}`
    case 'api':
      return callId === undefined ? null : `api ${digest([callId, method, url, body?.text ?? null])}`
    case 'discovery':
    case 'jwks':
    case 'revocation':
      return null
  }
}

/** Names the server and the way there: a proxy may show another certificate. */
export const serverKeyOf = ({ request, connection }: Exchange): string =>
  `server ${digest([originOf(request.url), connection?.proxy ?? null])}`
