import { expect, test } from 'vitest'
import { deletionFilter } from '../../../renderer/features/settings/deletion-filter.ts'
import { deletionText, historyText } from '../../../renderer/features/settings/history-text.ts'

const facts = { ofWatch: 0, hosts: [], findings: [], goneEnvironments: [], unrecorded: [], pinned: 0, oldest: null }

test('says how much is recorded, and since when', () => {
  const oldest = new Date(2026, 7, 30).getTime()
  expect(historyText({ ...facts, exchanges: 18_420, bytes: 43_000_000, pinned: 3, oldest })).toBe(
    '18,420 exchanges, 41.0 MB, the oldest of 2026-08-30. 3 pinned.',
  )
  expect(historyText({ ...facts, exchanges: 1, bytes: 800 })).toBe('1 exchange, 800 B.')
  expect(historyText({ ...facts, exchanges: 0, bytes: 0 })).toBe('Nothing is recorded yet.')
})

test('says what is deleted and what stays', () => {
  expect(deletionText(2, 1)).toBe(
    "2 exchanges will be deleted, with their notes. 1 pinned exchange stays. This can't be undone. Backups keep what was in them.",
  )
  expect(deletionText(0, 0)).toBe('Nothing to delete.')
  expect(deletionText(0, 4)).toBe('Nothing to delete: all of it is pinned.')
})

test('what is older than some days is what was sent before, and nothing else narrows it', () => {
  const now = 100 * 86_400_000
  const chosen = { days: 30, environmentId: 'e' }
  expect(deletionFilter({ ...chosen, kind: 'older' }, now)).toMatchObject({ to: 70 * 86_400_000, environmentIds: [] })
  expect(deletionFilter({ ...chosen, kind: 'environment' }, now)).toMatchObject({ to: null, environmentIds: ['e'] })
  expect(deletionFilter({ ...chosen, kind: 'all' }, now)).toMatchObject({ to: null, environmentIds: [] })
})
