import { expect, test } from 'vitest'
import { choiceOf, sideLabel, sideOptions, valueOf } from '../../../renderer/features/compare/side-options.ts'
import type { SideChoice } from '../../../renderer/queries/comparison.ts'

const environments = [
  { id: 'a', name: 'Orders' },
  { id: 'b:1', name: 'Billing' },
]
const token = (environmentId: string, previousIssuedAt: number | null = null) => ({ environmentId, previousIssuedAt })
const labels = (...args: Parameters<typeof sideOptions>) => sideOptions(...args).map(({ label }) => label)

test('an environment without a token says so, and still has what it asks for', () => {
  expect(labels({ environments, tokens: [] }, null)).toEqual([
    'A pasted token',
    'Token of Orders (none yet)',
    'Asked for by Orders',
    'Token of Billing (none yet)',
    'Asked for by Billing',
  ])
})

test('environments that hold a token come first, with the one before where there was one', () => {
  expect(labels({ environments, tokens: [token('b:1', 1)] }, null).slice(0, 4)).toEqual([
    'A pasted token',
    'Token of Billing',
    'Earlier token of Billing',
    'Asked for by Billing',
  ])
})

test('what is chosen can be chosen, also where it is not there', () => {
  const chosen: SideChoice = { kind: 'previous', environmentId: 'a' }
  expect(labels({ environments, tokens: [token('a')] }, chosen)).toContain('Earlier token of Orders')
})

test.each<SideChoice>([
  { kind: 'held', environmentId: 'b:1' },
  { kind: 'previous', environmentId: 'a' },
  { kind: 'asked', environmentId: 'a' },
  { kind: 'pasted', text: '' },
])('$kind survives being an option', (choice) => {
  expect(choiceOf(valueOf(choice) ?? '')).toEqual(choice)
})

test('an option that is none is nothing', () => {
  expect(choiceOf('')).toBeNull()
  expect(valueOf(null)).toBeNull()
})

test('a side is named as the heading of its column, also when its environment is gone', () => {
  expect(sideLabel({ kind: 'asked', environmentId: 'a' }, environments)).toBe('Asked for by Orders')
  expect(sideLabel({ kind: 'held', environmentId: 'z' }, environments)).toBe('Token of an environment that is gone')
  expect(sideLabel({ kind: 'pasted', text: 'x' }, environments)).toBe('A pasted token')
})
