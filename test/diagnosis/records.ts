import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type DiagnosisRecord, recordSchema } from './record.ts'

const folder = path.join(import.meta.dirname, 'cases')

/** All records, by the files that they are in. */
export function readRecords(): DiagnosisRecord[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => z.array(recordSchema).parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))))
}
