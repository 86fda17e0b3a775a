import { expect, test } from 'vitest'
import { diagnosisOf } from './diagnosis-of.ts'
import { readRecords } from './records.ts'

test('an answer that only mentions a client certificate is not taken for one that surely wants it', async () => {
  const record = readRecords().find(({ cause, response }) => cause === 'scope_not_allowed' && response !== null)
  if (record?.response === undefined || record.response === null) throw new Error('There is no record.')
  const error_description = 'Scope a is not allowed for clients that use a client certificate'
  const body = JSON.stringify({ error: 'invalid_scope', error_description })
  const { findings } = await diagnosisOf({ ...record, response: { ...record.response, body } })
  expect(findings[0]?.code).toBe('scope_not_allowed')
  expect(findings).not.toContainEqual(
    expect.objectContaining({ code: 'client_certificate_missing', confidence: 'certain' }),
  )
})
