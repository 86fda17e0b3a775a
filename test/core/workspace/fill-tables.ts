import { DatabaseSync } from 'node:sqlite'
import type { Conclusion } from '../../../electron/contract/history.ts'
import type { ProbeResult } from '../../../electron/contract/review.ts'
import { plainWay } from '../../../electron/core/secrets/destinations.ts'
import { openWorkspace } from '../../../electron/core/workspace/workspace.ts'
import { summaryOf } from '../../../electron/core/flow-run/summary.ts'
import { exchange } from '../evidence/exchange.ts'
import { flowRun } from '../flow-run/flow-run.ts'
import { fillWorkspace } from './fill.ts'

export const conclusion: Conclusion = {
  verdict: 'good',
  outcome: 'issued',
  findings: [],
  token: null,
  environmentName: 'Environment',
}

export const probeResult: ProbeResult = { probe: 'revocation', at: 5, result: 'holds', evidence: {}, seen: [] }

/** A workspace with something in every table: three environments, and what belongs to each of them. */
export function fillTables(file: string): void {
  const ids = fillWorkspace(file, 3)
  const workspace = openWorkspace(file)
  const sealed = Buffer.alloc(60, 7)
  for (const [number, id] of ids.entries()) {
    const secret = { environmentId: id, name: 'client_secret', slot: 'current', version: 1, setAt: 5 } as const
    workspace.secrets.put({ ...secret, sealed })
    workspace.exchanges.add({ ...exchange, id: `e-${id}`, environmentId: id, startedAt: number })
    workspace.exchanges.conclude(`e-${id}`, conclusion)
    workspace.exchangeMarks.setNote(`e-${id}`, `Note of ${id}`)
    const run = { ...flowRun, id: `r-${id}`, environmentId: id, startedAt: number }
    workspace.flowRuns.put(run, summaryOf(run))
  }
  const stored = workspace.environments.get('a1')
  if (stored !== null) workspace.environments.update('a1', { ...stored.value, issuer: 'https://as.example' })
  workspace.unrecorded.set('a2', false)
  workspace.probeResults.put('a1', 'settings', probeResult)
  workspace.secretBindings.add('a0', { name: 'client_secret', origin: 'https://as.example', way: plainWay })
  workspace.fromFiles.add('a0', { part: 'origin', value: 'https://api.example' })
  workspace.fromFiles.add('a0', { part: 'proxy', value: 'http://proxy.example:3128' })
  workspace.dataKey.put({ protection: 'passphrase', wrapped: 'AAAA' })
  workspace.sealed.put('age_identity', sealed)
  workspace.contacts.put('recipient', { key: 'age1', name: 'Ann' })
  workspace.audit.add({ id: 'f', at: 2, kind: 'imported', environmentId: null, detail: {} })
  workspace.close()
}

/** All rows of all tables. */
export function contentOf(file: string): unknown[] {
  const database = new DatabaseSync(file)
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  const rows = tables.map(({ name }) => database.prepare(`SELECT * FROM ${String(name)}`).all())
  database.close()
  return rows
}
