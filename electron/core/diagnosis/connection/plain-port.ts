import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import { changeTo } from '../endpoint/endpoint-place.ts'

/** What web servers say on a TLS port to what is spoken to them in plain http: nginx, Apache, Go, Tomcat, Jetty, uWSGI. */
const wordsOfTlsPorts =
  /plain http request was sent to https port|speaking plain http to an ssl-enabled|client sent an http request to an https server|combination of host and port requires tls|http request (?:was )?(?:sent|received) (?:to|on) (?:an? )?(?:https|ssl|tls)|use https instead|https (?:is )?required|ssl (?:is )?required|requires https|must use https/i

/** The URL begins with http, and what is there takes TLS. */
export function tlsPort(kase: Case): Cause[] {
  const { request, answer, failure } = kase
  const { url, place } = request
  if (place?.protocol !== 'http:') return []
  const wanted = url.replace(/^http:/, 'https:')
  const found = (basis: 'words' | 'seen', confidence: 'certain' | 'likely' | 'possible') => [
    cause(kase, 'wrong_endpoint', { basis, confidence }, { url, is: 'tls', usual: wanted }, changeTo(kase, wanted)),
  ]
  if (answer !== null) {
    const { status, title, words, headers } = answer
    if (status >= 400 && wordsOfTlsPorts.test(`${title} ${words}`)) return found('words', 'certain')
    if (status === 426 && /tls/i.test(headers.get('upgrade') ?? '')) return found('seen', 'certain')
    const location = headers.get('location') ?? ''
    return status >= 300 && status < 400 && location.replace(/:443(?=\/)/, '') === wanted
      ? found('seen', 'certain')
      : []
  }
  if (failure === null || failure.evidence['proxy'] === 'yes') return []
  // Plain http was answered there before.
  if (kase.connection?.reused === true) return []
  const isUsual = [443, 8443, 9443, 6443, 4443].includes(failure.port)
  const isCut = failure.code === 'malformed_http' || (failure.code === 'reset' && failure.phase === 'wait')
  if (!isCut) return []
  return found('seen', isUsual ? 'likely' : 'possible')
}
