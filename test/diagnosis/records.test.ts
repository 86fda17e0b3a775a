import { expect, test } from 'vitest'
import { diagnosisOf } from './diagnosis-of.ts'
import { readRecords } from './records.ts'
import { scored } from './score.ts'

const records = readRecords()

test('each record has a name that no other has', () => {
  expect(new Set(records.map(({ name }) => name)).size).toBe(records.length)
})

test.each(records)('$name', async (record) => {
  const { findings, checked } = await diagnosisOf(record)
  const expected = { name: record.name, cause: record.cause, also: record.also ?? [] }
  expect([scored(expected, findings), findings.slice(0, 3).map(({ code }) => code)]).toEqual([
    record.cause === null ? 'healthy' : 'first',
    findings.slice(0, 3).map(({ code }) => code),
  ])
  for (const [check, result] of Object.entries(record.checked ?? {})) expect(checked).toContainEqual({ check, result })
})
