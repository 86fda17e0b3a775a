import { assertNever } from '../common/assert-never.ts'
import type { ConnectionFact, ConnectionStep, ConnectionTest } from '../contract/connection-test.ts'

const titles: Readonly<Record<ConnectionStep['name'], string>> = {
  dns: 'DNS',
  tcp: 'TCP',
  proxy: 'Proxy',
  tls: 'TLS',
  metadata: 'Metadata',
  key_set: 'Key set',
  token_host: 'Token host',
}

export const stepTitle = (name: ConnectionStep['name']): string => titles[name]

const day = 86_400_000

/** What a step found, or why there was nothing to do, in a few words; `now` in milliseconds since 1970. */
export function factText(fact: ConnectionFact, now: number): string {
  switch (fact.kind) {
    case 'address':
      return fact.address
    case 'by_proxy':
      return 'by the proxy'
    case 'port':
      return fact.proxy === null ? `port ${fact.port}` : `proxy ${fact.proxy}`
    case 'tls':
      return [fact.protocol?.replace(/^TLSv/, '') ?? '', certificateText(fact, now)].filter(Boolean).join(', ')
    case 'not_encrypted':
      return 'not used'
    case 'metadata':
      return `${counted(fact.fields, 'field')}, issuer equal`
    case 'not_published':
      return 'none published'
    case 'no_issuer':
      return 'no issuer'
    case 'keys':
      return [counted(fact.keys, 'key'), ...fact.algorithms.slice(0, 3)].join(', ')
    case 'no_jwks_uri':
      return 'no JWKS URI'
    case 'status':
      return `answers, status ${fact.status}`
    default:
      return assertNever(fact)
  }
}

function certificateText({ validTo, accepted }: Extract<ConnectionFact, { kind: 'tls' }>, now: number): string {
  if (accepted) return 'certificate accepted by its fingerprint'
  return validTo === null ? '' : `certificate ${counted(Math.floor((validTo - now) / day), 'day')}`
}

/** What came of the whole test, in a word or two, and how many checks it took. */
export function connectionSummary({ ms, steps }: Extract<ConnectionTest, { kind: 'tested' }>): {
  verdict: 'works' | 'failed' | 'cancelled'
  word: string
  detail: string
} {
  const failed = steps.find(({ result }) => result === 'failed')
  const done = steps.filter(({ result }) => result === 'passed' || result === 'failed')
  const isPresented = steps.some(({ fact }) => fact?.kind === 'tls' && fact.presented)
  const sent = isPresented ? 'client certificate presented, no other credentials sent' : 'no credentials sent'
  const detail = `${counted(done.length, 'check')} in ${Math.round(ms)} ms, ${sent}`
  if (failed === undefined) return { verdict: 'works', word: 'Works', detail }
  if (failed.failure?.code === 'cancelled') return { verdict: 'cancelled', word: 'Cancelled', detail }
  return { verdict: 'failed', word: `Fails at ${stepTitle(failed.name)}`, detail }
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
