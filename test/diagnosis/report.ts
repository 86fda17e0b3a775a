import { diagnosisOf } from './diagnosis-of.ts'
import { missingExamples, readExamples } from './examples.ts'
import { readRecords } from './records.ts'
import { type Expected, firstCode, scored, type Verdict, verdictOnFailure } from './score.ts'
import type { DiagnosisRecord } from './record.ts'

interface Row {
  record: DiagnosisRecord
  expected: Expected
}

const own = readRecords().map((record): Row => ({
  record,
  expected: { name: record.name, cause: record.cause, also: record.also ?? [] },
}))
await report('Records of this repository', own)
if (missingExamples === null) {
  const rows = readExamples().map(({ record, cause, also }): Row => ({
    record,
    expected: { name: record.name, cause, also },
  }))
  await report('Examples out of public threads', rows)
} else console.log(missingExamples)

/** Says how many are right, and which are not and what they were taken for. */
async function report(title: string, rows: readonly Row[]): Promise<void> {
  const counts: Record<Verdict, number> = { first: 0, 'in three': 0, missed: 0, healthy: 0, false: 0 }
  const wrong: string[] = []
  for (const { record, expected } of rows) {
    const { findings, hasFailed } = await diagnosisOf(record)
    const shown = record.failure === undefined || findings.length > 0 ? findings : []
    const verdict =
      firstCode(shown) === 'nothing' && hasFailed ? verdictOnFailure(record, expected) : scored(expected, shown)
    counts[verdict] += 1
    if (verdict !== 'first' && verdict !== 'healthy')
      wrong.push(
        `  ${verdict.padEnd(8)} ${expected.name}: ${expected.cause ?? 'healthy'} ← ${
          shown
            .slice(0, 3)
            .map(({ code }) => code)
            .join(', ') || 'nothing'
        }`,
      )
  }
  const failures = rows.filter(({ expected }) => expected.cause !== null).length
  const share = (count: number) => `${count} of ${failures} (${Math.round((count / Math.max(1, failures)) * 100)} %)`
  console.log(`${title}: ${failures} failures, ${rows.length - failures} healthy`)
  console.log(
    `  first ${share(counts.first)}, in the first three ${share(counts.first + counts['in three'])}, missed ${counts.missed}, false ${counts.false}`,
  )
  for (const line of wrong) console.log(line)
}
