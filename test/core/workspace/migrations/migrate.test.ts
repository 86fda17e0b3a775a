import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { faultText } from '../fault-text.ts'
import { newApiRequest, newCallLabel } from '../../../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../../../electron/catalogue/new-environment.ts'
import { connect } from '../../../../electron/core/workspace/connect.ts'
import { checkedTables, damagedRows, sealRows } from '../../../../electron/core/workspace/recovery/damaged-rows.ts'
import { migrate } from '../../../../electron/core/workspace/migrations/migrate.ts'
import { migrations } from '../../../../electron/core/workspace/migrations/migrations.ts'
import { summaryOf } from '../../../../electron/core/workspace/tables/exchanges.ts'
import { openWorkspace } from '../../../../electron/core/workspace/workspace.ts'
import { exchange } from '../../evidence/exchange.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-migrate-'))
  file = path.join(folder, 'workspace.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A file as that version left it, with one environment and one call. */
function makeOld(version: number): void {
  const database = connect(file, 'FULL')
  for (const step of migrations.slice(0, version)) database.exec(step)
  database.exec(`PRAGMA user_version = ${version}`)
  const { mtls_endpoint_aliases, basicEncoding, assertion, dpop, parameters, headers, tokenBodyFormat, ...rest } =
    newEnvironment
  const { network, renewBefore, ...first } = rest
  const second = {
    mtls_endpoint_aliases,
    basicEncoding,
    assertion,
    dpop,
    parameters,
    headers,
    tokenBodyFormat,
    network,
    renewBefore,
  }
  const value = { ...first, name: 'Billing', ...(version === 1 ? {} : second) }
  const introspection = {
    authentication: 'none',
    bodyFormat: 'json',
    ...(version === 1 ? {} : { responseFormat: 'json' }),
  }
  database
    .prepare(`INSERT INTO environments (id, position, value) VALUES ('a', 1, ?)`)
    .run(JSON.stringify({ ...value, introspection }))
  const simple = { method: 'GET', body: '', contentType: '', followRedirects: false }
  const complete = { ...newApiRequest, ...newCallLabel }
  const call = { ...(version < 9 ? simple : complete), url: 'https://api.example/', id: 'c', environmentId: 'a' }
  database
    .prepare(`INSERT INTO api_calls (id, environment_id, position, value) VALUES ('c', 'a', 1, ?)`)
    .run(JSON.stringify(call))
  sealRows(database, [])
  database.close()
}

const earlier = migrations.map((_, index) => index).slice(1)

test.for(earlier)('S7: a file of version %i is brought up to date, and a copy of it as it was is kept', (version) => {
  makeOld(version)
  const workspace = openWorkspace(file)
  expect(workspace.repair).toBeNull()
  expect(workspace.environments.list().map(({ value }) => value.name)).toEqual(['Billing'])
  expect(workspace.apiCalls.list('a')).toHaveLength(1)
  workspace.close()
  const copy = new DatabaseSync(path.join(folder, 'backups', `before version ${migrations.length}.sqlite`), {
    readOnly: true,
  })
  expect(copy.prepare('PRAGMA user_version').get()).toEqual({ user_version: version })
  expect(copy.prepare('SELECT count(*) AS rows FROM environments').get()).toEqual({ rows: 1 })
  copy.close()
})

test.for(earlier.filter((version) => version >= 3))(
  'S7: what an app of version %i stored in every table is nowhere taken for damaged, and a second start changes nothing',
  (version) => {
    makeOld(version)
    const old = new DatabaseSync(file)
    old.exec(`
      INSERT INTO exchanges (id, environment_id, started_at, summary, value) VALUES ('e', 'a', 1, '{}', '{}');
      INSERT INTO data_key (id, value) VALUES (1, '{"protection":"passphrase"}');
      INSERT INTO secrets (environment_id, name, slot, version, set_at, sealed)
        VALUES ('a', 'client_secret', 'current', 1, 1, x'07');
      INSERT INTO secret_origins (environment_id, name, origin${version < 6 ? '' : ', way'})
        VALUES ('a', 'client_secret', 'https://as.example'${version < 6 ? '' : ", ''"});
      INSERT INTO sealed_values (name, sealed) VALUES ('age_identity', x'07');
      INSERT INTO sharing_contacts (kind, key, value) VALUES ('author', 'key', 'Ann');
      INSERT INTO audit_events (id, at, value) VALUES ('f', 1, '{}');`)
    sealRows(old, [])
    old.close()
    openWorkspace(file).close()
    const database = new DatabaseSync(file)
    expect(damagedRows(database, checkedTables(database))).toEqual([])
    database.close()
    const before = readFileSync(file)
    openWorkspace(file).close()
    expect(readFileSync(file).equals(before)).toBe(true)
  },
)

test('S7: exchanges of version 11 are read as before, have no conclusion, and can have a note', () => {
  makeOld(11)
  const old = new DatabaseSync(file)
  const add = old.prepare(
    'INSERT INTO exchanges (id, environment_id, started_at, summary, value) VALUES (?, ?, ?, ?, ?)',
  )
  for (let number = 0; number < 50; number += 1) {
    const recorded = { ...exchange, id: `e${number}`, environmentId: 'a', startedAt: number }
    add.run(recorded.id, 'a', number, JSON.stringify(summaryOf(recorded)), JSON.stringify(recorded))
  }
  sealRows(old, [])
  old.close()
  const workspace = openWorkspace(file)
  expect(workspace.exchanges.list('a', 200)).toHaveLength(50)
  expect(workspace.exchanges.get('e7')).toEqual({ ...exchange, id: 'e7', environmentId: 'a', startedAt: 7 })
  expect(workspace.exchanges.conclusionOf('e7')).toBeNull()
  expect(workspace.exchangeMarks.get('e7')).toEqual({ isPinned: false, note: '' })
  expect(workspace.exchangeMarks.setNote('e7', 'Kept')).toBe(true)
  expect(workspace.unrecorded.list()).toEqual([])
  workspace.close()
  const again = openWorkspace(file)
  expect(again.exchangeMarks.get('e7').note).toBe('Kept')
  again.close()
})

test('S7: an environment of version 2 that is no JSON does not keep the file from being brought up to date', () => {
  makeOld(2)
  const old = new DatabaseSync(file)
  old.prepare(`INSERT INTO environments (id, position, value) VALUES ('b', 2, '{"name": "cut of')`).run()
  old.close()
  const workspace = openWorkspace(file)
  expect(workspace.repair?.rows).toBe(1)
  expect(workspace.environments.list().map(({ value }) => value.name)).toEqual(['Billing', 'Environment (repaired)'])
  workspace.close()
})

test('S7: a migration that fails leaves the file as it was, and says where the copy is', () => {
  makeOld(1)
  const before = contentOf()
  const database = connect(file, 'FULL')
  const steps = [migrations[0] ?? '', 'DELETE FROM environments; INSERT INTO nowhere VALUES (1)']
  const copy = path.join(folder, 'backups', 'before version 2.sqlite')
  const said = new RegExp(
    `WORKSPACE_MIGRATION: .*${file} could not be brought from schema version 1 to 2: .*nowhere.*${copy}`,
  )
  expect(faultText(() => migrate(database, file, steps))).toMatch(said)
  database.close()
  expect(contentOf()).toEqual(before)
  expect(readFileSync(copy).length).toBeGreaterThan(0)
})

test('S7: without room for the copy nothing is changed', () => {
  makeOld(1)
  const before = contentOf()
  writeFileSync(path.join(folder, 'backups'), 'a file in the place of the folder')
  expect(faultText(() => openWorkspace(file))).toMatch(/WORKSPACE_MIGRATION: .*Nothing was changed/)
  expect(contentOf()).toEqual(before)
})

test('S7: a newer file is refused with both versions, and file and backups are untouched', () => {
  openWorkspace(file).close()
  const newer = new DatabaseSync(file)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  mkdirSync(path.join(folder, 'backups'))
  const before = readFileSync(file)
  const said = `WORKSPACE_NEWER: The workspace ${file} has schema version 99; this version of the app knows versions up to ${migrations.length}.`
  expect(faultText(() => openWorkspace(file))).toContain(said)
  expect(readFileSync(file).equals(before)).toBe(true)
})

function contentOf(): unknown {
  const database = new DatabaseSync(file)
  const version = database.prepare('PRAGMA user_version').get()
  const rows = database.prepare('SELECT * FROM environments').all()
  database.close()
  return { version, rows }
}
