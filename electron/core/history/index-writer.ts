import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { hostOf } from '../../common/host-of.ts'
import { transactionOf } from '../workspace/tables/transaction.ts'
import type { FactColumns } from './fact-columns.ts'
import { requestName } from '../activity/request-name.ts'
import { foremostFinding } from './foremost-finding.ts'
import type { Recorded } from './recorded.ts'
import { wordsOf } from './words-of.ts'

/** A row of the workspace, with what it takes; `recorded` is null where it is not as it was written. */
export interface Written {
  id: string
  bytes: number
  /** Whether there is a conclusion, be it damaged. */
  isConcluded: boolean
  /** Checksum of what a person keeps with it; null for nothing. */
  mark: Uint8Array | null
  recorded: Recorded | null
}

/** Writes the index, and the columns with it. What is put again keeps its number. */
export function indexWriter(index: DatabaseSync, columns: FactColumns) {
  const transaction = transactionOf(index)
  const known = index.prepare('SELECT number, mark FROM facts WHERE id = ?')
  const names = Object.keys(cellsOf({ id: '', bytes: 0, isConcluded: false, mark: null, recorded: null }))
  // Not one statement for both: SQLite begins a savepoint for it, at which FTS5 writes all words that it holds, for each row.
  const add = index.prepare(`INSERT INTO facts (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
  const change = index.prepare(`UPDATE facts SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE number = ?`)
  const putWords = index.prepare('INSERT INTO words (rowid, url, head, body, said) VALUES (?, ?, ?, ?, ?)')
  const owe = index.prepare('UPDATE owed SET removed = removed + 1')
  const remove = index.prepare('DELETE FROM facts WHERE number = ?')
  const removeWords = index.prepare('DELETE FROM words WHERE rowid = ?')

  /** Gives its number. */
  function putFacts(written: Written): number {
    const cells = Object.values(cellsOf(written))
    const before = known.get(written.id)
    if (before === undefined) return Number(add.run(...cells).lastInsertRowid)
    const number = Number(before['number'])
    // A note may have been written over.
    if (before['mark'] instanceof Uint8Array) owe.run()
    removeWords.run(number)
    change.run(...cells, number)
    return number
  }

  function putOne(written: Written): void {
    const number = putFacts(written)
    if (written.recorded === null) {
      columns.remove(number)
      return
    }
    const { url, head, body, said } = wordsOf(written.recorded)
    putWords.run(number, url, head, body, said)
    columns.set(number, { ...filterFactOf(written.recorded), bytes: written.bytes })
  }

  function removeOne(id: string): void {
    const number = known.get(id)?.['number']
    if (typeof number !== 'number') return
    removeWords.run(number)
    remove.run(number)
    owe.run()
    columns.remove(number)
  }

  return {
    put: (all: readonly Written[]): void =>
      transaction(() => {
        for (const written of all) putOne(written)
      }),
    remove: (ids: readonly string[]): void =>
      transaction(() => {
        for (const id of ids) removeOne(id)
      }),
  }
}
export type IndexWriter = ReturnType<typeof indexWriter>

function filterFactOf({ exchange, conclusion, mark }: Recorded) {
  return {
    started: exchange.startedAt,
    status: exchange.response?.status ?? 0,
    environmentId: exchange.environmentId ?? '',
    purpose: exchange.purpose,
    host: hostOf(exchange.request.url).toLowerCase(),
    findings: codesOf(conclusion),
    isPinned: mark.isPinned,
    isOfWatch: exchange.isOfWatch ?? false,
  }
}

const codesOf = (conclusion: Recorded['conclusion']): string =>
  [...new Set(conclusion?.findings.map(({ code }) => code) ?? [])].join(' ')

/** Figures read the scopes of every token of a month: those of one are left out where they are more than this many characters. */
const mostOfScopes = 10_000

const readAtOnce = (scopes: string | null): string | null =>
  scopes !== null && scopes.length > mostOfScopes ? null : scopes

/** The row of `facts`. */
function cellsOf({ id, bytes, isConcluded, mark, recorded }: Written): Record<string, SQLInputValue> {
  const exchange = recorded?.exchange ?? null
  const conclusion = recorded?.conclusion ?? null
  return {
    id,
    environment_id: exchange?.environmentId ?? null,
    environment_name: conclusion?.environmentName ?? '',
    purpose: exchange?.purpose ?? '',
    started: exchange?.startedAt ?? 0,
    total_ms: exchange?.timings.total ?? 0,
    host: exchange === null ? '' : hostOf(exchange.request.url).toLowerCase(),
    status: exchange?.response?.status ?? null,
    failure: exchange?.failure?.code ?? null,
    phase: exchange?.failure?.phase ?? null,
    bytes,
    flow_id: exchange?.flowId ?? '',
    call_id: exchange?.callId ?? null,
    is_of_watch: Number(exchange?.isOfWatch ?? false),
    is_of_probe: Number(exchange?.isOfProbe ?? false),
    is_readable: Number(exchange !== null),
    is_concluded: Number(isConcluded),
    verdict: conclusion?.verdict ?? null,
    outcome: conclusion?.outcome ?? null,
    finding: foremostFinding(conclusion?.findings ?? [])?.code ?? null,
    findings: codesOf(conclusion),
    token: conclusion?.token?.fingerprint ?? null,
    lifetime: conclusion?.token?.lifetime ?? null,
    scope: readAtOnce(conclusion?.token?.scopeGranted ?? null),
    request: exchange === null ? '' : requestName(exchange),
    is_pinned: Number(recorded?.mark.isPinned ?? false),
    mark,
  }
}
