import { memberOf } from '../../common/json-source.ts'
import type { TransportFailure } from '../../contract/exchange.ts'
import type { UnclearProbe } from '../../vocabulary/review.ts'
import { isRedirect, locationOf } from '../http/follow.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { isWebPage, readResponseBody } from '../oauth/response-body.ts'

/** What a server that is meant for https does with a request by plain http. */
export type PlainAnswer = { kind: 'served' | 'redirected' | 'refused' } | { kind: 'unclear'; why: UnclearProbe }

/** A server for TLS alone breaks off, answers in TLS, or is not there. */
function isNotThere({ code, phase, evidence }: TransportFailure, url: string): boolean {
  if (code === 'malformed_http') return evidence['reason'] === 'tls'
  if (code === 'reset') return true
  // At the port that https is reached at nobody is there at all: neither shows anything.
  return (code === 'refused' || (code === 'timeout' && phase === 'connect')) && new URL(url).port === ''
}

/** Web servers say so in their own words: nginx, Apache, Go, HAProxy. */
const wantsTls = /\b(?:https|ssl|tls)\b/i

export function plainAnswerOf({ request, response, failure, connection }: Transcript): PlainAnswer {
  // What a proxy says is not what the server says.
  const isOfProxy = connection !== null && connection.proxy !== null
  if (failure !== null || response === null) {
    const isRefused = !isOfProxy && failure !== null && isNotThere(failure, request.url)
    return isRefused ? { kind: 'refused' } : { kind: 'unclear', why: 'no_answer' }
  }
  const { status } = response
  if (isRedirect(status)) return redirectOf(request.url, response)
  if (status >= 500 || status < 200) return { kind: 'unclear', why: 'server_error' }
  if (status < 300) return { kind: isContent(response) ? 'served' : 'unclear', why: 'not_readable' }
  if (isOfProxy) return { kind: 'unclear', why: 'refused_otherwise' }
  return refusalOf(response)
}

/** A server that hides where it leads leaves open whether that is encrypted. */
function redirectOf(url: string, response: ReceivedResponse): PlainAnswer {
  const location = locationOf(response) ?? ''
  const isEncrypted = URL.canParse(location, url) && new URL(location, url).protocol === 'https:'
  return isEncrypted ? { kind: 'redirected' } : { kind: 'unclear', why: 'redirected' }
}

/** A web page may be the welcome of a server that serves nothing else. */
const isContent = (response: ReceivedResponse): boolean => response.body.length > 0 && !isWebPage(response)

/**
 * 401 and 405 are answers of the endpoint itself, as is an error of OAuth in JSON; 403, 410, 421 and 426 say that it is not
 * served so. 404 says neither: many a server answers it to a `GET` of what takes `POST` only.
 */
function refusalOf(response: ReceivedResponse): PlainAnswer {
  const { status } = response
  if ([403, 410, 421, 426].includes(status)) return { kind: 'refused' }
  if (status === 404) return { kind: 'unclear', why: 'refused_otherwise' }
  if (status === 401 || status === 405) return { kind: 'served' }
  const { object } = readResponseBody(response)
  if (object !== null && memberOf(object, 'error') !== undefined) return { kind: 'served' }
  const text = Buffer.from(response.body.subarray(0, 4000)).toString('latin1')
  return status === 400 && wantsTls.test(text) ? { kind: 'refused' } : { kind: 'unclear', why: 'refused_otherwise' }
}
