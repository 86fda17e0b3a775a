import { expect, test } from 'vitest'
import { because } from '../support/skipped.ts'
import { diagnosisOf } from './diagnosis-of.ts'
import { missingExamples, readExamples } from './examples.ts'
import { firstCode, scored, verdictOnFailure } from './score.ts'

test.skipIf(missingExamples !== null)(
  `of 40 failures out of public threads at least 38 have the right cause first, and none of the healthy ones is called wrong${because(missingExamples)}`,
  async () => {
    const verdicts = await Promise.all(
      readExamples().map(async ({ record, cause, also }) => {
        const { findings } = await diagnosisOf(record)
        const expected = { name: record.name, cause, also }
        return firstCode(findings) === 'nothing' && cause !== null
          ? verdictOnFailure(record, expected)
          : scored(expected, findings)
      }),
    )
    expect(verdicts.filter((verdict) => verdict === 'first').length).toBeGreaterThanOrEqual(38)
    expect(verdicts.filter((verdict) => verdict === 'false')).toEqual([])
  },
)
