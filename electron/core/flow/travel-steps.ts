import { isIP } from 'node:net'
import type { ConnectionFact, ConnectionStep } from '../../contract/connection-test.ts'
import type { Exchange } from '../../contract/exchange.ts'
import { parseTarget } from '../http/target.ts'
import { failedStep, step } from './connection-steps.ts'

interface Part {
  name: ConnectionStep['name']
  ms: number | null
  fact: ConnectionFact | null
  /** False where the way has no such part. */
  applies?: boolean
}

/** DNS, TCP, the proxy's handshake where there is a proxy, and TLS of a connection that was opened for this exchange. */
export function travelSteps(exchange: Exchange): ConnectionStep[] {
  const { id: exchangeId, failure } = exchange
  const parts = partsOf(exchange)
  const failedAt = parts.findIndex(({ name }) => name === failedStep(exchange))
  return parts.map(({ name, ms, fact, applies = true }, index) => {
    if (index === failedAt) return step(name, 'failed', { ms, failure, exchangeId })
    if (failedAt !== -1 && index > failedAt) return step(name, 'not_tried')
    return step(name, applies ? 'passed' : 'none', { ms, fact, exchangeId })
  })
}

function partsOf(exchange: Exchange): Part[] {
  const { request, timings, connection, tls, failure } = exchange
  const { dns, connect, proxy, tls: handshake } = timings
  const target = parseTarget(request.url)
  const isProxied = usesProxy(exchange)
  const address = connection?.remoteAddress ?? (isIP(target?.host ?? '') === 0 ? null : (target?.host ?? null))
  const port = connection?.remotePort ?? target?.port ?? null
  const byProxy: Part = { name: 'dns', ms: null, fact: { kind: 'by_proxy' }, applies: false }
  const direct: Part = { name: 'dns', ms: dns, fact: address === null ? null : { kind: 'address', address } }
  const isReached = !isProxied || connection !== null
  return [
    isProxied ? byProxy : direct,
    {
      name: 'tcp',
      ms: connect,
      fact: port === null || !isReached ? null : { kind: 'port', port, proxy: connection?.proxy ?? null },
    },
    ...(proxy !== null || failure?.phase === 'proxy' ? [{ name: 'proxy' as const, ms: proxy, fact: null }] : []),
    target?.secure === false
      ? { name: 'tls', ms: null, fact: { kind: 'not_encrypted' }, applies: false }
      : { name: 'tls', ms: handshake, fact: tlsFact(tls) },
  ]
}

/** Also of an exchange that failed before it had a connection. */
const usesProxy = ({ connection, timings, failure }: Exchange): boolean =>
  (connection?.proxy ?? null) !== null ||
  timings.proxy !== null ||
  failure?.phase === 'proxy' ||
  failure?.evidence['proxy'] === 'yes'

function tlsFact(tls: Exchange['tls']): ConnectionFact | null {
  if (tls === null) return null
  const { protocol, accepted, chain, clientCertificate } = tls
  return { kind: 'tls', protocol, validTo: chain[0]?.validTo ?? null, accepted, presented: clientCertificate !== null }
}
