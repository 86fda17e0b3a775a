import { newApiRequest, newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import { chownSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Exchange } from '../../electron/contract/exchange.ts'
import { exchangeTable } from '../../electron/core/workspace/tables/exchanges.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { exchange as recorded } from '../core/evidence/exchange.ts'
import { isRoot } from '../support/unprivileged.ts'
import { benchEnvironment } from './environment.ts'

const [environments, exchanges] = [1000, 100_000]

/** Fills a profile that an app was started on before: 1,000 environments with an API call each, and 100,000 exchanges. */
export function fillWorkspace(profile: string): void {
  const folder = path.join(profile, 'workspace')
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
  const database = new DatabaseSync(file)
  database.exec('PRAGMA synchronous = OFF; BEGIN')
  const { add } = exchangeTable(database)
  for (let number = 0; number < exchanges; number += 1) add(exchange(number))
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  if (isRoot) for (const name of readdirSync(folder)) chownSync(path.join(folder, name), 65_534, 65_534)
}

/** As a token request leaves one: about 2 KB. */
const exchange = (number: number): Exchange => ({
  ...recorded,
  id: `exchange-${number}`,
  environmentId: `environment-${number % environments}`,
  startedAt: Date.UTC(2026, 0, 1) + number * 1000,
})
