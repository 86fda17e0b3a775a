import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { DamagedEntry } from '../../../contract/damaged-entry.ts'
import { utc } from '../../../common/utc.ts'
import { readJson, type Row } from '../tables/checked-table.ts'

const kinds: Readonly<Record<string, DamagedEntry['kind']>> = {
  environments: 'environment',
  api_calls: 'api_call',
  exchanges: 'exchange',
  conclusions: 'conclusion',
  exchange_marks: 'exchange_mark',
  unrecorded_environments: 'recording',
  history_limits: 'history_limits',
  flow_runs: 'flow_run',
  probe_results: 'probe_result',
  secrets: 'secret',
  data_key: 'data_key',
  secret_origins: 'secret_origin',
  from_files: 'from_file',
  sealed_values: 'sharing_key',
  sharing_contacts: 'sharing_contact',
  audit_events: 'audit_event',
}

/** Names a damaged row for a person, by what can still be read. */
export function damagedEntry(database: DatabaseSync, table: string, row: Row): DamagedEntry {
  const kind = kinds[table] ?? 'other'
  const environment = environmentName(database, row['environment_id'])
  switch (kind) {
    case 'environment':
      return { kind, name: nameIn(row['value']) ?? String(row['id']), environment: '' }
    case 'api_call': {
      const call = readJson(z.looseObject({ method: z.string(), url: z.string() }), row['value'])
      return { kind, name: call === null ? '' : `${call.method} ${call.url}`, environment }
    }
    case 'exchange':
    case 'flow_run':
      return { kind, name: momentOf(row['started_at']), environment }
    case 'conclusion':
    case 'exchange_mark':
      return { kind, ...ofExchange(database, row['exchange_id']) }
    case 'secret':
    case 'secret_origin':
      return { kind, name: String(row['name']), environment }
    case 'sharing_contact':
      return { kind, name: String(row['value']), environment: '' }
    case 'recording':
    case 'probe_result':
    case 'from_file':
      return { kind, name: '', environment }
    case 'data_key':
    case 'history_limits':
    case 'sharing_key':
    case 'audit_event':
      return { kind, name: '', environment: '' }
    case 'other':
      return { kind, name: table, environment }
  }
}

const nameIn = (value: unknown): string | null => readJson(z.looseObject({ name: z.string() }), value)?.name ?? null

function environmentName(database: DatabaseSync, id: unknown): string {
  if (typeof id !== 'string') return ''
  const value = database.prepare('SELECT value FROM environments WHERE id = ?').get(id)?.['value']
  return nameIn(value) ?? id
}

/** What belongs to an exchange is named by it. */
function ofExchange(database: DatabaseSync, id: unknown): Pick<DamagedEntry, 'name' | 'environment'> {
  const found = typeof id === 'string' ? database.prepare(whenAndOf).get(id) : undefined
  return { name: momentOf(found?.['started_at']), environment: environmentName(database, found?.['environment_id']) }
}

const whenAndOf = 'SELECT started_at, environment_id FROM exchanges WHERE id = ?'

const momentOf = (at: unknown): string => (typeof at === 'number' ? utc(at) : '')
