import { expect, test } from 'vitest'
import { shortcutText } from '../../../renderer/ui/shortcut-text.ts'

test('a shortcut is written as the keyboard of the system has it', () => {
  expect(shortcutText('K', 'MacIntel')).toBe('⌘K')
  expect(shortcutText('K', 'Linux x86_64')).toBe('Ctrl K')
  expect(shortcutText('K', 'Win32')).toBe('Ctrl K')
})
