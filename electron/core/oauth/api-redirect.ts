import type { Finding } from '../../contract/finding.ts'
import { isRedirect, locationOf, refusedRedirect } from '../http/follow.ts'
import type { HttpRequest, ReceivedResponse } from '../http/transcript.ts'
import { finding } from '../finding.ts'

/** How far redirects of an API call may be followed. */
export interface RedirectLimit {
  /** Whether the call is meant to follow redirects at all. */
  isWanted: boolean
  /** A DPoP proof is for one URL, so a request with one stays where it was sent. */
  hasProof: boolean
  /** A request with the value of a secret variable stays at its origin. */
  hasSecret: boolean
  maxRedirects: number
}

/** Says why the last answer of an API call is a redirect that was not followed. @see RFC 9110 §15.4 */
export function judgeApiRedirect(
  request: HttpRequest,
  response: ReceivedResponse,
  { isWanted, hasProof, hasSecret, maxRedirects }: RedirectLimit,
): Finding[] {
  if (!isRedirect(response.status)) return []
  const reason =
    refusedRedirect(request, response) ??
    (isWanted
      ? hasProof
        ? 'proof'
        : hasSecret && isElsewhere(request, response)
          ? 'secret_variable'
          : 'limit'
      : 'off')
  const location = locationOf(response)
  const evidence = {
    status: String(response.status),
    reason,
    hops: String(maxRedirects),
    ...(location && { location }),
  }
  const severity = reason === 'off' ? 'info' : 'warning'
  return [finding('api_redirect_not_followed', evidence, { severity })]
}

function isElsewhere({ url }: HttpRequest, response: ReceivedResponse): boolean {
  const location = locationOf(response) ?? ''
  return URL.canParse(location, url) && new URL(location, url).origin !== new URL(url).origin
}
