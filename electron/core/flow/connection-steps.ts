import { isCause } from '../../catalogue/causes.ts'
import type { ConnectionFact, ConnectionStep } from '../../contract/connection-test.ts'
import type { Exchange, Phase } from '../../contract/exchange.ts'
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

const stepsByPhase: Partial<Record<Phase, Name>> = { dns: 'dns', connect: 'tcp', proxy: 'proxy', tls: 'tls' }

/** The step where an exchange failed before its request could go out; undefined where it did not. */
export const failedStep = ({ failure }: Exchange): Name | undefined =>
  failure === null ? undefined : stepsByPhase[failure.phase]

const failedOnTheWay = (exchange: Exchange): boolean => failedStep(exchange) !== undefined

export function metadataStep({ outcome, exchange }: MetadataRead): ConnectionStep {
  const found = { ms: answerTime(exchange), exchangeId: exchange.id }
  switch (outcome.kind) {
    case 'found':
      return step('metadata', 'passed', { ...found, fact: { kind: 'metadata', fields: fieldsOf(exchange) } })
    case 'none':
      // That a server publishes nothing is no failure, so that it has no cause.
      return step('metadata', 'none', {
        ...found,
        fact: { kind: 'not_published' },
        findings: outcome.findings.filter((finding) => !isCause(finding)),
      })
    case 'nonconformant':
      return step('metadata', 'failed', { ...found, findings: outcome.findings })
    case 'unreachable':
      if (failedOnTheWay(exchange)) return step('metadata', 'not_tried')
      return step('metadata', 'failed', { ...found, failure: outcome.failure, findings: outcome.findings })
  }
}

/** `isFirst`: its way has steps of its own, whose time is not counted again. */
export function keySetStep({ outcome, exchange }: KeysRead, isFirst: boolean): ConnectionStep {
  if (isFirst && failedOnTheWay(exchange)) return step('key_set', 'not_tried')
  const found = { ms: isFirst ? answerTime(exchange) : exchange.timings.total, exchangeId: exchange.id }
  switch (outcome.kind) {
    case 'keys': {
      const { keys, findings } = outcome
      const algorithms = [...new Set(keys.map(({ alg, kty }) => alg ?? kty))]
      if (keys.length === 0) return step('key_set', 'failed', { ...found, findings })
      return step('key_set', 'passed', { ...found, fact: { kind: 'keys', keys: keys.length, algorithms } })
    }
    case 'nonconformant':
      return step('key_set', 'failed', { ...found, findings: outcome.findings })
    case 'unreachable':
      return step('key_set', 'failed', { ...found, failure: outcome.failure, findings: outcome.findings })
  }
}

/** That the server of the token endpoint answers at all; what it answers does not matter. */
export function tokenHostStep(exchange: Exchange, isFirst: boolean): ConnectionStep {
  if (isFirst && failedOnTheWay(exchange)) return step('token_host', 'not_tried')
  const { response, failure, id: exchangeId, timings } = exchange
  const ms = isFirst ? answerTime(exchange) : timings.total
  if (response === null) return step('token_host', 'failed', { ms, exchangeId, failure })
  return step('token_host', 'passed', { ms, exchangeId, fact: { kind: 'status', status: response.status } })
}

export function step(
  name: Name,
  result: ConnectionStep['result'],
  found: Partial<Omit<ConnectionStep, 'name' | 'result'>> = {},
): ConnectionStep {
  return { name, result, ms: null, fact: null, failure: null, findings: [], exchangeId: null, ...found }
}

export const nothingFor = (name: Name, kind: 'no_issuer' | 'no_jwks_uri'): ConnectionStep =>
  step(name, 'none', { fact: { kind } satisfies ConnectionFact })

/** From the request to the end of its answer, in milliseconds. */
const answerTime = ({ timings: { send, wait, download } }: Exchange): number =>
  (send ?? 0) + (wait ?? 0) + (download ?? 0)

function fieldsOf({ response }: Exchange): number {
  const reading = readJsonObject(response?.body.text ?? '')
  return reading.kind === 'object' ? reading.object.members.length : 0
}
