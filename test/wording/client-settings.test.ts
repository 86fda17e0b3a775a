import { expect, test } from 'vitest'
import { notSettings, settingsNoteText } from '../../electron/wording/client-settings.ts'

test('what is not understood says what was expected', () => {
  expect(notSettings.unknown).toMatch(/^No settings found\. Expected .*curl.*CLIENT_ID.*client_id\.$/)
})

test('a note names what it is about, and of many the first ones and how many more there are', () => {
  const names = Array.from({ length: 30 }, (_, index) => `A${index}`)
  expect(settingsNoteText({ code: 'not_used', names: ['A', 'B'] })).toBe('Not used: A, B.')
  expect(settingsNoteText({ code: 'not_used', names })).toBe('Not used: A0, A1, A2, A3, A4, A5, A6, A7 and 22 more.')
})

test('one other request is counted as one', () => {
  expect(settingsNoteText({ code: 'other_commands', names: ['1'] })).toBe('One other request was not used.')
  expect(settingsNoteText({ code: 'other_commands', names: ['3'] })).toBe('3 other requests were not used.')
})
