import { expect, test } from 'vitest'
import { notificationText } from '../../electron/shell/notification-text.ts'

test('what a server says is neither markup nor invisible in a notification, and is short', () => {
  const said = 'The issuer changed to <a href="https://evil.example">here</a>\u202Egnp\n'
  expect(notificationText(said)).not.toMatch(/[<>\u202E]/u)
  expect(notificationText('x'.repeat(2000))).toHaveLength(301)
  expect(notificationText('The lifetime fell from 3600 to 60 s')).toBe('The lifetime fell from 3600 to 60 s')
})
