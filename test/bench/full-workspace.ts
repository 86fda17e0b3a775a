import { newApiRequest, newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import { chownSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Exchange } from '../../electron/contract/exchange.ts'
import type { Conclusion } from '../../electron/contract/history.ts'
import { OpenHistory } from '../../electron/core/history/open-history.ts'
import { conclusionTable } from '../../electron/core/workspace/tables/conclusions.ts'
import { exchangeTable } from '../../electron/core/workspace/tables/exchanges.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { exchange as recorded } from '../core/evidence/exchange.ts'
import { isRoot } from '../support/unprivileged.ts'
import { benchEnvironment } from './environment.ts'

const environments = 1000

/** All that a full one holds. */
export const fullHistory = 100_000

/** Of a profile. */
export const workspaceFolder = (profile: string): string => path.join(profile, 'workspace')

/** Fills a profile that an app was started on before: 1,000 environments with an API call each, and exchanges with the index of their search. */
export function fillWorkspace(profile: string, exchanges: number): void {
  const folder = workspaceFolder(profile)
  const file = path.join(folder, 'workspace.sqlite')
  const workspace = openWorkspace(file)
  workspace.transaction(() => {
    for (let number = 0; number < environments; number += 1) {
      const id = `environment-${number}`
      const name = `Billing of region ${number}`
      workspace.environments.add({
        id,
        builtIn: false,
        value: { ...benchEnvironment('https://as.example').value, name },
      })
      const call = { ...newApiRequest, ...newCallLabel, url: 'https://api.example/orders' }
      workspace.apiCalls.put({ ...call, id: `call-${number}`, environmentId: id })
    }
  })
  workspace.close()
  addExchanges(file, exchanges)
  const history = new OpenHistory(file)
  history.catchUp(Infinity)
  history.close()
  if (isRoot) for (const name of readdirSync(folder)) chownSync(path.join(folder, name), 65_534, 65_534)
}

/** Adds exchanges to a workspace file, each with what came of it. */
export function addExchanges(file: string, count: number): void {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA synchronous = OFF; BEGIN')
  const exchanges = exchangeTable(database)
  const conclusions = conclusionTable(database)
  for (let number = 0; number < count; number += 1) {
    const exchange = exchangeOf(number)
    exchanges.add(exchange)
    conclusions.put(exchange.id, conclusion)
  }
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
}

/** A minute apart, so that all of a full history are of the last 70 days: what is older than 90 the app removes. */
const oldest = Date.now() - fullHistory * 60_000

/** As a token request leaves one: about 2 KB. */
export const exchangeOf = (number: number): Exchange => ({
  ...recorded,
  id: `exchange-${number}`,
  environmentId: `environment-${number % environments}`,
  startedAt: oldest + number * 60_000,
  request: { ...recorded.request, url: `https://server.example/token?number=${number}` },
})

const conclusion: Conclusion = {
  verdict: 'good',
  outcome: 'issued',
  findings: [],
  token: null,
  environmentName: 'Billing',
}
