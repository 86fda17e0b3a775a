import { expect, test } from 'vitest'
import type { AuditEntry } from '../../../electron/contract/audit.ts'
import { dayAbove } from '../../../renderer/features/audit-trail/day-above.ts'

const today = new Date(2026, 10, 28).getTime()
const entry = (at: Date): AuditEntry => ({
  id: '1',
  at: at.getTime(),
  kind: 'imported',
  environmentId: null,
  detail: {},
  number: 1,
  environmentName: '',
  isSealed: true,
})
const noon = entry(new Date(2026, 10, 28, 12))
const yesterday = entry(new Date(2026, 10, 27, 23, 59))

test('the first entry and the first of each day have their day above', () => {
  expect(dayAbove(noon, null, true, today)).toBe('Today, 28 November')
  expect(dayAbove(yesterday, noon, false, today)).toBe('Yesterday, 27 November')
  expect(dayAbove(entry(new Date(2025, 0, 2)), noon, false, today)).toBe('Thursday, 2 January 2025')
  expect(dayAbove(noon, noon, false, today)).toBe(null)
})

test('no day is named while the entry above is not read', () => {
  expect(dayAbove(yesterday, null, false, today)).toBe(null)
})

test('an entry whose time is none is named so', () => {
  expect(dayAbove({ ...noon, at: 1e300 }, null, true, today)).toBe('Time not known')
})
