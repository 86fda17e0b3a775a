import type { ConnectionFact, ConnectionStep } from '../../contract/connection-test.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { DiscoveryOutcome, KeysOutcome } from '../../contract/outcome.ts'
import { readJsonObject } from '../json/json.ts'

type Name = ConnectionStep['name']

/** A document that was asked for, and the exchange that brought it or failed to. */
export interface Read<Outcome> {
  outcome: Outcome
  exchange: Exchange
}
export type MetadataRead = Read<Exclude<DiscoveryOutcome, { kind: 'not_sent' }>>
export type KeysRead = Read<Exclude<KeysOutcome, { kind: 'not_sent' }>>

/** DNS, TCP, the proxy's handshake and TLS of a connection that was opened for this exchange. */
export function travelSteps({ request, timings, connection, tls, failure }: Exchange): ConnectionStep[] {
  const { dns, connect, proxy, tls: handshake } = timings
  const secure = new URL(request.url).protocol === 'https:'
  const parts: { name: Name; ms: number | null; fact: ConnectionFact | null }[] = [
    { name: 'dns', ms: dns, fact: textFact(connection?.remoteAddress ?? null) },
    { name: 'tcp', ms: connect, fact: connection === null ? null : portFact(connection) },
    ...(proxy !== null || failure?.phase === 'proxy' ? [{ name: 'proxy' as const, ms: proxy, fact: null }] : []),
    ...(secure ? [{ name: 'tls' as const, ms: handshake, fact: tlsFact(tls) }] : []),
  ]
  const failedAt = failure === null ? -1 : parts.findIndex(({ name }) => name === stepOf[failure.phase])
  return parts.map((part, index) => {
    if (failedAt === -1 || index < failedAt) return step(part.name, 'passed', part)
    if (index > failedAt) return step(part.name, 'not_run')
    return step(part.name, 'failed', { ms: part.ms, failure })
  })
}

/** Whether the exchange failed before its request could go out. */
export const failedOnTheWay = ({ failure }: Exchange): boolean =>
  failure !== null && stepOf[failure.phase] !== undefined

const stepOf: Partial<Record<NonNullable<Exchange['failure']>['phase'], Name>> = {
  dns: 'dns',
  connect: 'tcp',
  proxy: 'proxy',
  tls: 'tls',
}

export function metadataStep({ outcome, exchange }: MetadataRead): ConnectionStep {
  const ms = answerTime(exchange)
  switch (outcome.kind) {
    case 'found':
      return step('metadata', 'passed', { ms, fact: { kind: 'metadata', fields: fieldsOf(exchange) } })
    case 'none':
      return step('metadata', 'none', { ms, fact: { kind: 'not_published' }, findings: outcome.findings })
    case 'nonconformant':
      return step('metadata', 'failed', { ms, findings: outcome.findings })
    case 'unreachable':
      if (failedOnTheWay(exchange)) return step('metadata', 'not_run')
      return step('metadata', 'failed', { ms, failure: outcome.failure, findings: outcome.findings })
  }
}

export function keySetStep({ outcome, exchange }: KeysRead): ConnectionStep {
  const ms = exchange.timings.total
  switch (outcome.kind) {
    case 'keys': {
      const { keys, findings } = outcome
      const algorithms = [...new Set(keys.map(({ alg, kty }) => alg ?? kty))]
      if (keys.length === 0) return step('key_set', 'failed', { ms, findings })
      return step('key_set', 'passed', { ms, fact: { kind: 'keys', keys: keys.length, algorithms } })
    }
    case 'nonconformant':
      return step('key_set', 'failed', { ms, findings: outcome.findings })
    case 'unreachable':
      return step('key_set', 'failed', { ms, failure: outcome.failure, findings: outcome.findings })
  }
}

/** That a server without metadata and key set answers at all; what it answers does not matter. */
export function answerStep(exchange: Exchange): ConnectionStep {
  const { response, failure } = exchange
  if (response !== null) {
    return step('answer', 'passed', { ms: answerTime(exchange), fact: { kind: 'status', status: response.status } })
  }
  return failedOnTheWay(exchange) ? step('answer', 'not_run') : step('answer', 'failed', { failure })
}

export function step(
  name: Name,
  result: ConnectionStep['result'],
  found: Partial<Omit<ConnectionStep, 'name' | 'result'>> = {},
): ConnectionStep {
  const { ms = null, fact = null, failure = null, findings = [] } = found
  return { name, result, ms, fact, failure, findings }
}

const textFact = (address: string | null): ConnectionFact | null =>
  address === null ? null : { kind: 'address', address }

const portFact = ({ remotePort, proxy }: NonNullable<Exchange['connection']>): ConnectionFact | null =>
  remotePort === null ? null : { kind: 'port', port: remotePort, proxy }

const tlsFact = (tls: Exchange['tls']): ConnectionFact | null =>
  tls === null
    ? null
    : { kind: 'tls', protocol: tls.protocol, validTo: tls.chain[0]?.validTo ?? null, accepted: tls.accepted }

/** From the request to the end of its answer, in milliseconds. */
const answerTime = ({ timings: { send, wait, download } }: Exchange): number =>
  (send ?? 0) + (wait ?? 0) + (download ?? 0)

function fieldsOf({ response }: Exchange): number {
  const reading = readJsonObject(response?.body.text ?? '')
  return reading.kind === 'object' ? reading.object.members.length : 0
}
