import { hash } from 'node:crypto'
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite'
import type { ZodType } from 'zod'

/** Hears of a row that is not as it was written. */
export type DamageListener = (table: string, row: Row) => void

/** One table whose rows carry a checksum of all their columns, no matter which columns the schema has: it is written and checked here. */
export function checkedTable(
  database: DatabaseSync,
  table: string,
  key: readonly string[],
  noticed: DamageListener = () => {},
) {
  const columns = checkedColumns(database, table)
  const changed = columns.filter((name) => !key.includes(name))
  const added = `INSERT INTO ${table} (${columns.join(', ')}, checksum) VALUES (${columns.map(() => '?').join(', ')}, ?)`
  const insert = database.prepare(added)
  const put = database.prepare(
    `${added}
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${[...changed, 'checksum'].map((name) => `${name} = excluded.${name}`).join(', ')}`,
  )
  const update = database.prepare(
    `UPDATE ${table} SET ${[...changed, 'checksum'].map((name) => `${name} = ?`).join(', ')}
     WHERE ${key.map((name) => `${name} = ?`).join(' AND ')}`,
  )
  const isGood = (row: Row): boolean => isChecksum(row['checksum'], checksumOf(columns.map((name) => row[name])))

  function select(which: string, keep: 'good' | 'all'): (...parameters: SQLInputValue[]) => Row[] {
    const statement = database.prepare(`SELECT * FROM ${table} ${which}`)
    // A number that damage made too large for JavaScript is no reason to fail.
    statement.setReadBigInts(true)
    return (...parameters) =>
      statement.all(...parameters).filter((row) => {
        const isAsWritten = isGood(withNumbers(row))
        if (!isAsWritten) noticed(table, row)
        return isAsWritten || keep === 'all'
      })
  }

  return {
    /** Gives the rows with all columns, damaged ones too. */
    selectAll: (which: string) => select(which, 'all'),
    /** Gives the rows that are as they were written. */
    select: (which: string) => select(which, 'good'),
    /** Adds the row, or replaces all of the one with its key. */
    put: (row: Row): void => {
      const cells = columns.map((name) => row[name] ?? null)
      put.run(...cells, checksumOf(cells))
    },
    /** The row with its checksum, made before `insert` is called. */
    sealed: (row: Row): Row => ({ ...row, checksum: Uint8Array.from(checksumOf(columns.map((name) => row[name]))) }),
    /** Adds a row as it was read, or sealed. @throws where there is one with its key */
    insert: (row: Row): void => {
      insert.run(...columns.map((name) => row[name] ?? null), row['checksum'] ?? null)
    },
    /** Writes all of a row that is there, as it was read, or sealed. */
    update: (row: Row): void => {
      update.run(...[...changed, 'checksum', ...key].map((name) => row[name] ?? null))
    },
  }
}

/** What a checksum is over: every column but itself. Empty for a table without one. */
export function checkedColumns(database: DatabaseSync, table: string): string[] {
  const names = database.prepare('SELECT name FROM pragma_table_info(?)').all(table)
  const all = names.map(({ name }) => String(name))
  return all.includes('checksum') ? all.filter((name) => name !== 'checksum') : []
}

/** Whole numbers as numbers; those that are none of ours stay what they are, and are damage. */
export function withNumbers(row: Row): Row {
  for (const name of Object.keys(row)) {
    const cell = row[name]
    if (typeof cell === 'bigint' && BigInt.asIntN(53, cell) === cell) row[name] = Number(cell)
  }
  return row
}

type Cell = SQLOutputValue
/** A row by the names of its columns. */
export type Row = Record<string, Cell>

/** 16 bytes over cells in a fixed order. Each goes in with its kind and length, so that no two rows look alike. */
export function checksumOf(cells: readonly (Cell | undefined)[]): Uint8Array {
  return hash('sha256', cells.map(textOf).join(''), 'buffer').subarray(0, 16)
}

/** Of what lists show of a recorded row, so that they need not read the whole of it to check it. */
export function summaryChecksum(row: Row): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(checksumOf([row['id'], row['environment_id'], row['started_at'], row['summary']]))
}

export function isChecksum(stored: Cell | undefined, expected: Uint8Array): boolean {
  return stored instanceof Uint8Array && Buffer.compare(stored, expected) === 0
}

function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '-'
  if (typeof cell === 'string') return `t${cell.length}:${cell}`
  if (cell instanceof Uint8Array)
    return `b${Buffer.from(cell.buffer, cell.byteOffset, cell.length).toString('base64')};`
  return `n${cell};`
}

/** What a column of JSON holds; null when that cannot be read, so that it takes no other row along. */
export function readJson<Value>(schema: ZodType<Value>, text: unknown): Value | null {
  try {
    return schema.safeParse(JSON.parse(String(text))).data ?? null
  } catch {
    return null
  }
}
