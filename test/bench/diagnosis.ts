import { diagnose } from '../../electron/core/diagnosis/diagnose.ts'
import { answerFacts } from '../../electron/core/flow/facts/answer-facts.ts'
import { diagnosisOf } from '../diagnosis/diagnosis-of.ts'
import { readRecords } from '../diagnosis/records.ts'
import type { Pair } from './pairs.ts'

/** Milliseconds that a diagnosis may take. */
const allowed = 5
const rounds = 11

/** Milliseconds of reading an answer and finding its cause, for the record that takes longest; in each round all are diagnosed. */
export async function measureDiagnosis(): Promise<Pair<number>[]> {
  const diagnosed = await Promise.all(readRecords().map(diagnosisOf))
  const cases = diagnosed.map(({ kase }) => kase)
  const pairs: Pair<number>[] = []
  for (let round = 0; round < rounds; round += 1) {
    const times = cases.map((kase) => {
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
    })
    pairs.push({ floor: allowed, ours: Math.max(...times) })
  }
  return pairs
}
