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

test('a change names the fields as the form does, and servers before and after', () => {
  const detail = {
    fields: 'token_endpoint, network.proxy.url, network.proxy.mode',
    token_endpoint: 'https://a.example → https://b.example',
  }
  expect(eventSentence({ ...event, kind: 'environment_changed', detail }, 'Orders')).toBe(
    'The environment “Orders” was changed: Token endpoint (https://a.example → https://b.example), Proxy.',
  )
})

test('an environment that is gone has the name that was recorded', () => {
  const detail = { environment: 'Orders' }
  expect(eventSentence({ ...event, kind: 'environment_deleted', detail }, null)).toBe(
    'The environment “Orders” was deleted.',
  )
})

test('a variable is named, and a secret that is to replace another', () => {
  const variable = { secret: 'secret_variables', variable: 'key' }
  expect(eventSentence({ ...event, kind: 'secret_set', detail: variable }, 'Orders')).toBe(
    'Secret variable “key” of “Orders” was set.',
  )
  const replaces = { secret: 'client_secret', replaces: 'once_it_works' }
  expect(eventSentence({ ...event, kind: 'secret_set', detail: replaces }, 'Orders')).toBe(
    'Client secret of “Orders” was set to replace the one in use once it works.',
  )
})

test('entries of the trail are named by their numbers', () => {
  const ofTrail = { ...event, environmentId: null }
  expect(eventSentence({ ...ofTrail, kind: 'trail_sealed', detail: { entries: '1', from: '7', to: '7' } }, null)).toBe(
    'Entries written while the key was not available were sealed as they were found: 7.',
  )
})
