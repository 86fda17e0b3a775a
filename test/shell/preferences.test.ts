import { expect, test } from 'vitest'
import { defaultPreferences } from '../../electron/contract/preferences.ts'
import { createPreferences } from '../../electron/shell/preferences.ts'

const over = (stored: unknown) => createPreferences({ get: () => stored, set: () => {} }, () => {})

test.each([undefined, null, 7, [], { theme: 'pink' }, { drawerWidth: 1e9 }, { unknown: true }])(
  'what is broken becomes the defaults: %j',
  (stored) => {
    expect(over(stored).get()).toEqual(defaultPreferences)
  },
)

test('a preference that is not stored yet has its default', () => {
  expect(over({ theme: 'dark' }).get()).toEqual({ ...defaultPreferences, theme: 'dark' })
})

test('a change counts and is reported', () => {
  const reported: string[] = []
  const preferences = createPreferences({ get: () => undefined, set: () => {} }, ({ theme }) => reported.push(theme))
  expect(preferences.set({ theme: 'light' }).theme).toBe('light')
  expect([preferences.get().theme, reported]).toEqual(['light', ['light']])
})
