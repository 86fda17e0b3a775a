import { expect, test } from 'vitest'
import { alerts } from '../../../../electron/core/review/checks/alerts.ts'
import { codeOf } from '../../../support/review-parts.ts'

const watch = { environmentId: 'orders', minutes: 15, callId: null, introspects: false }
const code = codeOf(alerts)

test('nothing is said of alerts where the environment is not watched', () => {
  expect(code()).toBe('alerts_not_seen')
  expect(code({ notifies: true })).toBe('alerts_not_seen')
})

test('a watch alerts where notifications are on', () => {
  expect(code({ watch, notifies: false })).toBe('alerts_off')
  expect(code({ watch, notifies: true })).toBe('alerts_on')
})
