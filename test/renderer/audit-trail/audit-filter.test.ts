import { expect, test } from 'vitest'
import { filterOf } from '../../../renderer/features/audit-trail/audit-filter.ts'
import { isWhole, wholeTrail } from '../../../renderer/state/audit-view.ts'

test('the whole trail has no limits', () => {
  expect(filterOf(wholeTrail, 0)).toEqual({ text: '', kinds: [], environmentIds: [], from: null, to: null })
})

test('subjects are the kinds of all of them', () => {
  expect(filterOf({ ...wholeTrail, subjects: ['files', 'secrets'] }, 0).kinds).toEqual(
    expect.arrayContaining(['exported', 'imported', 'import_undone', 'secret_set']),
  )
})

test('a span ends now, and what arrives meanwhile belongs to it', () => {
  const day = 86_400_000
  expect(filterOf({ ...wholeTrail, time: { kind: 'last', span: '7d' } }, 10 * day)).toMatchObject({
    from: 3 * day,
    to: null,
  })
})

test('blanks alone narrow nothing', () => {
  expect(filterOf({ ...wholeTrail, text: '  ' }, 0).text).toBe('')
  expect(isWhole({ ...wholeTrail, text: '  ' })).toBe(true)
  expect(isWhole({ ...wholeTrail, subjects: ['files'] })).toBe(false)
})
