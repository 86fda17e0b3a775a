import { assertNever } from '../common/assert-never.ts'
import type { ConnectionFact, ConnectionStep, ConnectionTest } from '../contract/connection-test.ts'

const titles: Readonly<Record<ConnectionStep['name'], string>> = {
  dns: 'DNS',
  tcp: 'TCP',
  proxy: 'Proxy',
  tls: 'TLS',
  metadata: 'Metadata',
  key_set: 'Key set',
  answer: 'Answer',
}

export const stepTitle = (name: ConnectionStep['name']): string => titles[name]

const day = 86_400_000

/** What a step found, in a few words; `now` in milliseconds since 1970. */
export function factText(fact: ConnectionFact, now: number): string {
  switch (fact.kind) {
    case 'address':
      return fact.address
    case 'port':
      return fact.proxy === null ? `port ${fact.port}` : `proxy ${fact.proxy}`
    case 'tls':
      return [fact.protocol?.replace(/^TLSv/, '') ?? '', certificateText(fact, now)].filter(Boolean).join(', ')
    case 'metadata':
      return `${counted(fact.fields, 'field')}, issuer equal`
    case 'not_published':
      return 'none published'
    case 'keys':
      return [counted(fact.keys, 'key'), ...fact.algorithms.slice(0, 3)].join(', ')
    case 'status':
      return `status ${fact.status}`
    default:
      return assertNever(fact)
  }
}

function certificateText({ validTo, accepted }: Extract<ConnectionFact, { kind: 'tls' }>, now: number): string {
  if (accepted) return 'certificate accepted by its fingerprint'
  return validTo === null ? '' : `certificate ${counted(Math.floor((validTo - now) / day), 'day')}`
}

/** What came of the whole test, in a word or two, and how many checks it took. */
export function connectionSummary({ steps }: Extract<ConnectionTest, { kind: 'tested' }>): {
  works: boolean
  verdict: string
  detail: string
} {
  const failed = steps.find(({ result }) => result === 'failed')
  const done = steps.filter(({ result }) => result !== 'not_run')
  const ms = Math.round(done.reduce((sum, step) => sum + (step.ms ?? 0), 0))
  const detail = `${counted(done.length, 'check')} in ${ms} ms, no credentials sent`
  if (failed === undefined) return { works: true, verdict: 'Works', detail }
  if (failed.failure?.code === 'cancelled') return { works: false, verdict: 'Cancelled', detail }
  return { works: false, verdict: `Failed at ${stepTitle(failed.name)}`, detail }
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
