import { chownSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { Exchange } from '../../electron/contract/exchange.ts'
import type { Finding, FindingCode } from '../../electron/contract/finding.ts'
import { conclusionTable } from '../../electron/core/workspace/tables/conclusions.ts'
import { exchangeTable } from '../../electron/core/workspace/tables/exchanges.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { exchange as recorded } from '../core/evidence/exchange.ts'
import { isRoot } from './unprivileged.ts'

/** Numbers of these are the numbers of the exchanges: each is of the next environment, and of the next request. */
export interface History {
  /** The names of the environments. */
  environments: readonly string[]
  count: number
  /** Milliseconds since 1970 of the newest; each is `every` milliseconds older than the one before it. */
  newest: number
  every: number
}

/** What is requested, how it is answered, and what was found; these take turns. */
const requests = [
  ['api', 'GET', '/orders', 200, null],
  ['api', 'GET', '/orders', 401, 'token_refused'],
  ['token', 'POST', '/token-srv/token', 200, 'token_without_audience'],
  ['token', 'POST', '/oauth2/token', 401, 'invalid_client'],
  ['introspection', 'POST', '/token-srv/introspect', 200, null],
  ['api', 'PATCH', '/orders/ord_1041/a-path-that-is-longer-than-any-column?with=a%20query', 503, null],
] as const

/** Fills the profile of an app that was not started yet, as if it had sent all of that. `exchange-0` is the newest. */
export function recordHistory(profile: string, { environments, count, newest, every }: History): void {
  const folder = path.join(profile, 'workspace')
  const file = path.join(folder, 'workspace.sqlite')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const workspace = openWorkspace(file)
  workspace.transaction(() => {
    for (const [number, name] of environments.entries()) {
      workspace.environments.add({ id: `history-${number}`, builtIn: false, value: { ...newEnvironment, name } })
    }
  })
  workspace.close()
  const database = new DatabaseSync(file)
  database.exec('PRAGMA synchronous = OFF; BEGIN')
  const [exchanges, conclusions] = [exchangeTable(database), conclusionTable(database)]
  for (let number = 0; number < count; number += 1) {
    const at = number % environments.length
    const [purpose, method, target, status, code] = requests[number % requests.length] ?? requests[0]
    exchanges.add({
      ...recorded,
      id: `exchange-${number}`,
      flowId: `flow-${number}`,
      environmentId: `history-${at}`,
      purpose,
      startedAt: newest - number * every,
      request: { ...recorded.request, method, url: `https://api.example${target}` },
      response: answered(status),
      timings: { ...recorded.timings, total: 30 + (number % 90) },
    })
    conclusions.put(`exchange-${number}`, {
      verdict: status < 400 ? 'good' : 'failed',
      outcome: status < 400 ? 'answered' : 'refused',
      findings: code === null ? [] : [finding(code)],
      token: null,
      environmentName: environments[at] ?? '',
    })
  }
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  if (!isRoot) return
  for (const name of ['.', ...readdirSync(folder)]) chownSync(path.join(folder, name), 65_534, 65_534)
}

const answered = (status: number): Exchange['response'] =>
  recorded.response === null ? null : { ...recorded.response, status, statusText: status < 400 ? 'OK' : 'Refused' }

const finding = (code: FindingCode): Finding => ({
  code,
  severity: code === 'token_without_audience' ? 'warning' : 'error',
  section: null,
  confidence: 'certain',
  evidence: {},
  pointers: [],
})
