import { checksumOf, type Row } from './checked-table.ts'

/** Of what lists show of a recorded row, so that they need not read the whole of it to check it. */
export function summaryChecksum(row: Row): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(checksumOf([row['id'], row['environment_id'], row['started_at'], row['summary']]))
}
