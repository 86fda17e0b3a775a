import { chownSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { Drift } from '../../electron/contract/drift.ts'
import type { Exchange } from '../../electron/contract/exchange.ts'
import type { Finding, FindingCode } from '../../electron/contract/finding.ts'
import type { Conclusion } from '../../electron/contract/history.ts'
import { conclusionTable } from '../../electron/core/workspace/tables/conclusions.ts'
import { driftTable } from '../../electron/core/workspace/tables/drift.ts'
import { exchangeTable } from '../../electron/core/workspace/tables/exchanges.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { exchange as recorded } from '../core/evidence/exchange.ts'
import { isRoot } from './unprivileged.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

/** Records of one environment. */
interface Recording {
  exchange: (change: Partial<Exchange> & { id: string }, conclusion: Partial<Conclusion>) => void
  drift: (change: Partial<Drift> & { id: string; at: number }) => void
}

/** A token request and what came of it. */
function request({ exchange }: Recording, id: string, startedAt: number, ms: number, lifetime = 86_400): void {
  exchange(
    { id, startedAt, purpose: 'token', timings: { ...recorded.timings, total: ms } },
    {
      outcome: 'issued',
      token: { fingerprint: id, header: null, claims: null, lifetime, scopeGranted: 'orders.read orders.write' },
    },
  )
}

function calls({ exchange }: Recording, token: string, from: number, count: number): void {
  for (let number = 0; number < count; number += 1) {
    const carried = { fingerprint: token, header: null, claims: null, lifetime: null, scopeGranted: null }
    exchange(
      { id: `${token}-call-${number}`, startedAt: from + number * minute, purpose: 'api' },
      { outcome: 'answered', token: carried },
    )
  }
}

const failures = [
  [7, 'invalid_target'],
  [19, 'invalid_target'],
  [31, 'invalid_client'],
  [44, 'invalid_scope'],
] as const satisfies readonly (readonly [number, FindingCode])[]

/** Weeks in which a token was requested every three hours; two days ago the key and the lifetime changed. */
function busy(record: Recording, now: number): void {
  const changedAt = now - 2 * day
  for (let number = 0; number < 240; number += 1) {
    const at = now - 20 * minute - number * 3 * hour
    const isAfter = at >= changedAt
    const isSlow = isAfter && at < changedAt + 9 * hour
    for (const each of [0, 1, 2]) {
      const ms = 78 + ((number * 37 + each * 23) % 90) + (isSlow ? 160 - each * 20 : 0)
      request(record, `busy-${number}-${each}`, at + each * minute, ms, isAfter ? 3600 : 86_400)
    }
    calls(record, `busy-${number}-0`, at + 5 * minute, 24 + ((number * 7) % 20))
  }
  for (const [number, code] of failures) {
    record.exchange(
      { id: `busy-failed-${number}`, startedAt: now - number * 3 * hour + hour, purpose: 'token' },
      { verdict: 'failed', outcome: 'refused', findings: [found(code)] },
    )
  }
  record.exchange(
    {
      id: 'busy-timeout',
      startedAt: changedAt + 2 * minute,
      response: null,
      failure: { code: 'timeout', phase: 'wait', host: 'as.example', port: 443, nodeCode: null, evidence: {} },
      timings: { ...recorded.timings, total: 10_000 },
    },
    { verdict: 'failed', outcome: 'unreachable' },
  )
  const shown = { exchangeId: 'busy-15-0', beforeExchangeId: 'busy-17-0' }
  record.drift({
    id: 'd1',
    at: changedAt,
    kind: 'signing_key',
    before: '08d2f0a17be',
    after: '3f9a77b2f41c41',
    ...shown,
  })
  record.drift({ id: 'd2', at: changedAt, kind: 'lifetime', before: '86400', after: '3600', ...shown })
  record.drift({
    id: 'd3',
    at: now - 4 * day,
    kind: 'certificate_changed',
    evidence: { renewed: 'yes', ends: '2027-01-28T00:00:00Z' },
    isExpected: true,
    exchangeId: 'busy-32-0',
    beforeExchangeId: 'busy-33-0',
  })
}

/** The same, of a watch. */
const ofWatch = ({ exchange, drift }: Recording): Recording => ({
  exchange: (change, conclusion) => exchange({ isOfWatch: true, ...change }, conclusion),
  drift,
})

const found = (code: FindingCode): Finding => ({
  code,
  severity: 'error',
  section: 'RFC 6749 §5.2',
  confidence: 'certain',
  evidence: {},
  pointers: [],
})

/** The environments, by name. */
const environments: Readonly<Record<string, (record: Recording, now: number) => void>> = {
  'Orders dev': busy,
  'One request': (record, now) => request(record, 'one', now - hour, 92),
  'A year ago': (record, now) => request(record, 'year', now - 370 * day, 92),
  Slow: (record, now) => {
    for (let number = 0; number < 40; number += 1)
      request(record, `slow-${number}`, now - number * 4 * hour, 2400 + number * 15)
  },
  'Token for each call': (record, now) => {
    for (let number = 0; number < 30; number += 1) {
      const at = now - 10 * hour + number * 10 * minute
      request(record, `each-${number}`, at, 80 + number)
      calls(record, `each-${number}`, at + 1000, 1)
    }
  },
  Watched: (record, now) => {
    const watch = ofWatch(record)
    for (let number = 0; number < 50; number += 1) request(watch, `watch-${number}`, now - hour - number * minute, 80)
    request(record, 'own', now - 3 * hour, 80)
    calls(record, 'own', now - 2 * hour, 12)
  },
  Untouched: () => {},
  Unrecorded: () => {},
}

/** The middle of the last step of three hours that is over: what belongs together is in one step at any time of the day. */
function inLastStep(now: number): number {
  const begin = new Date(now)
  begin.setHours(begin.getHours() - (begin.getHours() % 3), 0, 0, 0)
  return begin.getTime() - 90 * minute
}

/** Fills the profile of an app that was not started yet, as if weeks had gone by until shortly before `now`. */
export function recordActivity(profile: string, now: number): void {
  const until = inLastStep(now)
  const folder = path.join(profile, 'workspace')
  const file = path.join(folder, 'workspace.sqlite')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const workspace = openWorkspace(file)
  const names = Object.keys(environments)
  workspace.transaction(() => {
    for (const [number, name] of names.entries()) {
      workspace.environments.add({ id: `activity-${number}`, builtIn: false, value: { ...newEnvironment, name } })
    }
  })
  workspace.unrecorded.set(`activity-${names.indexOf('Unrecorded')}`, false)
  workspace.close()
  const database = new DatabaseSync(file)
  database.exec('PRAGMA synchronous = OFF; BEGIN')
  const [exchanges, conclusions, changes] = [exchangeTable(database), conclusionTable(database), driftTable(database)]
  for (const [number, [name, fill]] of Object.entries(environments).entries()) {
    const environmentId = `activity-${number}`
    const good: Conclusion = { verdict: 'good', outcome: 'answered', findings: [], token: null, environmentName: name }
    fill(
      {
        exchange: (change, conclusion) => {
          exchanges.add({ ...recorded, environmentId, flowId: change.id, ...change })
          conclusions.put(change.id, { ...good, ...conclusion })
        },
        drift: (change) =>
          changes.put({
            environmentId,
            kind: 'signing_key',
            endedAt: null,
            before: null,
            after: null,
            evidence: {},
            exchangeId: null,
            beforeExchangeId: null,
            isExpected: false,
            ...change,
          }),
      },
      until,
    )
  }
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  if (!isRoot) return
  for (const entry of ['.', ...readdirSync(folder)]) chownSync(path.join(folder, entry), 65_534, 65_534)
}
