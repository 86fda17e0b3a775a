import { problemSentence } from '../../../wording/problems.ts'
import type { Reading as CodedReading } from '../../credentials/reading.ts'

/** What was read, or a sentence that says what is wrong with it; never quotes the secret. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; message: string }

export const inWords = <Value>(reading: CodedReading<Value>): Reading<Value> =>
  reading.ok ? reading : { ok: false, message: problemSentence(reading.problem) }
