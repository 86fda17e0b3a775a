import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { FactColumns } from './fact-columns.ts'

/** Rows that are read at once. */
const atOnce = 10_000

/** `FactColumns` keeps numbers in 32 bits, and a search has a byte for each up to the highest. */
const mostNumber = 2 ** 31 - 1

const rowsSchema = z.object({
  numbers: z.array(z.number().min(1).max(mostNumber)),
  started: z.array(z.number()),
  status: z.array(z.number()),
  environments: z.array(z.string()),
  purposes: z.array(z.string()),
  hosts: z.array(z.string()),
  findings: z.array(z.string()),
  pinned: z.array(z.number()),
  watch: z.array(z.number()),
  bytes: z.array(z.number()),
})

/** Fills columns with all facts of an index. A row of JSON for 10,000 of them is read ten times faster than 10,000 rows. */
export function loadColumns(index: DatabaseSync, columns: FactColumns): void {
  columns.clear()
  const after = index.prepare(`
    SELECT json_object(
      'numbers', json_group_array(number), 'started', json_group_array(started),
      'status', json_group_array(coalesce(status, 0)), 'environments', json_group_array(coalesce(environment_id, '')),
      'purposes', json_group_array(purpose), 'hosts', json_group_array(host),
      'findings', json_group_array(findings), 'pinned', json_group_array(is_pinned), 'bytes', json_group_array(bytes),
      'watch', json_group_array(is_of_watch)
    ) AS rows
    FROM (SELECT * FROM facts WHERE number > ? AND is_readable = 1 ORDER BY number LIMIT ${atOnce})`)
  for (;;) {
    const rows = rowsSchema.parse(JSON.parse(String(after.get(columns.highest)?.['rows'])))
    for (const [place, number] of rows.numbers.entries()) {
      columns.set(number, {
        started: rows.started[place] ?? 0,
        status: rows.status[place] ?? 0,
        environmentId: rows.environments[place] ?? '',
        purpose: rows.purposes[place] ?? '',
        host: rows.hosts[place] ?? '',
        findings: rows.findings[place] ?? '',
        isPinned: rows.pinned[place] === 1,
        isOfWatch: rows.watch[place] === 1,
        bytes: rows.bytes[place] ?? 0,
      })
    }
    if (rows.numbers.length < atOnce) return
  }
}
