import { isLoopbackHost } from '../../../common/loopback.ts'
import type { TransportFailure } from '../../../contract/exchange.ts'
import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'
import { tlsPort } from '../connection/plain-port.ts'
import { tlsFailure } from '../connection/tls-failure.ts'

/** The way to the server: its name, its port, the proxy and TLS. */
export const connection: Check = {
  name: 'connection',
  look(kase) {
    const { failure, answer } = kase
    if (failure === null) return answer === null ? null : tlsPort(kase)
    const found = [
      ...tlsFailure({ ...kase, failure }),
      ...onTheWay(kase, failure),
      ...tlsPort(kase),
      ...otherHttp(kase, failure),
    ]
    // It failed on the way: that nothing is known of why does not rule the way out.
    return found.length === 0 ? null : found
  },
}

function onTheWay(kase: Case, failure: TransportFailure): Cause[] {
  const { code, host, port, phase, evidence } = failure
  const place = { host, port: String(port) }
  if (evidence['proxy'] === 'yes') return []
  if (code === 'refused' && isLoopbackHost(host)) {
    return [cause(kase, 'localhost_refused', { basis: 'seen', confidence: 'certain' }, place)]
  }
  const hasProxy = (kase.connection?.proxy ?? null) !== null || kase.settings?.network?.proxy.mode === 'explicit'
  const isOutside = !isLoopbackHost(host) && !isPrivate(host)
  const isUnreached =
    ['unreachable', 'name_not_found'].includes(code) || (code === 'timeout' && (phase === 'connect' || phase === 'dns'))
  if (hasProxy || !isOutside || !isUnreached) return []
  return [cause(kase, 'proxy_needed', { basis: 'experience', confidence: 'possible' }, place)]
}

/** Addresses and names of a private network, which no proxy to the outside reaches. @see RFC 1918, RFC 4193, RFC 6762 */
const isPrivate = (host: string): boolean =>
  /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\.|^\[?f[cd][\da-f]{2}:|\.(?:local|internal|lan|corp|intranet)$/i.test(
    host,
  ) || !host.includes('.')

/** What came is not HTTP/1.1, though TLS went well: such servers may speak HTTP/2 only. */
function otherHttp(kase: Case, { code, evidence }: TransportFailure): Cause[] {
  if (code !== 'malformed_http' || evidence['proxy'] === 'yes' || evidence['reason'] !== undefined) return []
  const confidence = kase.tls === null ? 'possible' : 'likely'
  return [cause(kase, 'http_version_required', { basis: 'experience', confidence }, {})]
}
