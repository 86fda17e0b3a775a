import { expect, test } from 'vitest'
import { createKept, keep, keptValue } from '../../../renderer/state/kept.ts'

test('what a screen keeps is what it began with until it is changed', () => {
  const kept = createKept<string | null>('first')
  expect(keptValue(kept)).toBe('first')
  keep(kept, null)
  expect(keptValue(kept)).toBeNull()
})

test('what is kept for one environment is not shown in another', () => {
  const kept = createKept('')
  keep(kept, 'chosen', 'orders')
  expect(keptValue(kept, 'orders')).toBe('chosen')
  expect(keptValue(kept, 'billing')).toBe('')
})

test('who shows it is notified before the next line runs, so that a field keeps the place of its cursor', () => {
  const kept = createKept('')
  const seen: string[] = []
  kept.store.subscribe(() => seen.push(keptValue(kept)))
  keep(kept, 'typed')
  expect(seen).toEqual(['typed'])
})
