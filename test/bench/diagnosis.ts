import type { Case } from '../../electron/core/diagnosis/case.ts'
import { diagnose } from '../../electron/core/diagnosis/diagnose.ts'
import { answerFacts } from '../../electron/core/flow/facts/answer-facts.ts'
import { diagnosisOf } from '../diagnosis/diagnosis-of.ts'
import { readRecords } from '../diagnosis/records.ts'
import { median, type Pair } from './pairs.ts'

/** Milliseconds that a diagnosis may take. */
const allowed = 5
const rounds = 11
const turns = 5

/** Milliseconds of reading an answer and finding its cause, for the record that takes longest by the middle of five turns. */
export async function measureDiagnosis(): Promise<Pair<number>[]> {
  const diagnosed = await Promise.all(readRecords().map(diagnosisOf))
  const cases = diagnosed.map(({ kase }) => kase)
  return Array.from({ length: rounds }, () => ({ floor: allowed, ours: Math.max(...cases.map(timeOf)) }))
}

const timeOf = (kase: Case): number => median(Array.from({ length: turns }, () => timeOnce(kase)))

function timeOnce(kase: Case): number {
  const text = kase.answer?.text ?? ''
  const started = performance.now()
  answerFacts({
    status: kase.answer?.status ?? 0,
    statusText: '',
    httpVersion: '1.1',
    headers: [...(kase.answer?.headers ?? [])],
    body: Buffer.from(text),
    wireBytes: text.length,
    truncated: false,
  })
  diagnose(kase, [])
  return performance.now() - started
}
