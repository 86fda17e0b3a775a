import { hasClientCertificate } from '../../../common/endpoints.ts'
import type { AuthMethod } from '../../../contract/client-authentication.ts'
import type { ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere } from '../check.ts'

/** Methods that prove a key, by the names of metadata. */
const keyMethods: ReadonlySet<string> = new Set(['private_key_jwt', 'tls_client_auth', 'self_signed_tls_client_auth'])

/** Whether the client proves a key that only it has, or shares a secret with the server. @see RFC 9700 §2.5 */
export const clientAuthentication: ReviewCheck = {
  name: 'client_authentication',
  look: (kase) => {
    const { rate_limit: wrong } = kase.probes
    if (wrong?.evidence['why'] === 'not_refused') return [judged('made_up_credentials_accepted', wrong.seen)]
    return [foundBy(kase.settings.token_endpoint_auth_method, kase)]
  },
}

function foundBy(method: AuthMethod, kase: ReviewCase): Judged {
  const seen = [seenHere('setting', 'token_endpoint_auth_method', method)]
  switch (method) {
    case 'private_key_jwt':
    case 'client_assertion_file':
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
      return judged('authenticates_with_key', seen, { method })
    case 'client_secret_basic':
    case 'client_secret_post':
    case 'client_secret_jwt': {
      const offered = kase.metadata?.token_endpoint_auth_methods_supported?.filter((name) => keyMethods.has(name)) ?? []
      const better = offered.length > 0 ? { offered: offered.join(' ') } : {}
      return judged('authenticates_with_secret', seen, { method, ...better })
    }
    case 'none':
      return isUnauthenticated(kase) ? judged('no_authentication', seen) : judged('authentication_not_seen', seen)
  }
}

/** A token was issued, and nothing that was sent for it can have authenticated the client. */
function isUnauthenticated({ issued, settings, exchanges }: ReviewCase): boolean {
  if (issued === null || hasClientCertificate(settings)) return false
  if (settings.headers.length > 0 || settings.parameters.length > 0) return false
  const request = exchanges.find(({ exchangeId }) => exchangeId === issued.exchangeId)
  return request === undefined || (request.request.credentials.length === 0 && request.request.scheme === null)
}
