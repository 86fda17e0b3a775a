import { expect, test } from 'vitest'
import { eventSentence } from '../../electron/wording/audit-event.ts'

const event = { id: '1', at: 0, environmentId: 'e', detail: { secret: 'client_secret' } }

test('an event names the secret and its environment', () => {
  expect(eventSentence({ ...event, kind: 'secret_revealed' }, 'Orders')).toBe('Client secret of “Orders” was revealed.')
})

test('an event outlives its environment', () => {
  expect(eventSentence({ ...event, kind: 'secret_copied' }, null)).toBe(
    'Client secret of a deleted environment was copied to the clipboard.',
  )
})

test('a new origin is named', () => {
  const detail = { secret: 'client_assertion', origin: 'https://as.example' }
  expect(eventSentence({ ...event, kind: 'origin_allowed', detail }, 'Orders')).toBe(
    'Client assertion of “Orders” was allowed to go to https://as.example.',
  )
})

test('a detail that this version does not know is reported as it was recorded', () => {
  expect(eventSentence({ ...event, environmentId: null, kind: 'imported', detail: { added: '3' } }, null)).toBe(
    'Environments were imported (added 3).',
  )
  expect(eventSentence({ ...event, kind: 'secret_revealed', detail: { secret: 'x' } }, 'Orders')).toBe(
    'A secret of “Orders” was revealed.',
  )
})
