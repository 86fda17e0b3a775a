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
  expect(
    eventSentence({ ...event, environmentId: null, kind: 'imported', detail: { added: '3', kept: '2' } }, null),
  ).toBe('Environments were imported: 3 added (kept 2).')
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

test.each([
  [
    'token_issued',
    { token: 'x', method: 'client_secret_basic', scope: 'api:read api:write', expires_in: '600' },
    'A token of “Orders” was issued: scope api:read api:write, valid for 10 min (client_secret_basic).',
  ],
  ['token_issued', { expires_in: 'soon' }, 'A token of “Orders” was issued: expires_in soon.'],
  ['token_issued', {}, 'A token of “Orders” was issued.'],
  [
    'token_refused',
    { error: 'invalid_client', status: '401', method: 'none' },
    'A token of “Orders” was refused: invalid_client, HTTP 401 (none).',
  ],
  [
    'check_failed',
    { checks: 'signature, audience, later', verdict: 'not_genuine' },
    'A check of the token of “Orders” failed: Signature, Audience, later.',
  ],
  ['watch_changed', { minutes: '5' }, '“Orders” is watched every 5 minutes.'],
  ['watch_changed', { minutes: '1' }, '“Orders” is watched every minute.'],
  ['watch_changed', { minutes: 'none' }, '“Orders” is no longer watched.'],
  ['history_deleted', { count: '1200' }, '1,200 exchanges were deleted from the history.'],
  ['history_deleted', {}, 'Exchanges were deleted from the history.'],
  [
    'history_exported',
    { count: '1', format: 'har', to: '/tmp/a.har' },
    '1 exchange was exported from the history as HAR to /tmp/a.har.',
  ],
  [
    'trail_exported',
    { entries: '3', format: 'csv', to: '/tmp/a.csv' },
    '3 entries of the audit trail were exported as CSV to /tmp/a.csv.',
  ],
  [
    'exported',
    { environments: '2', secrets: 'none', signed: 'yes', to: '/tmp/a.json' },
    '2 environments were exported without secrets, signed, to /tmp/a.json.',
  ],
  [
    'imported',
    { file: 'a.json', added: '3', replaced: '1', signature: 'unsigned' },
    'Environments were imported from a.json: 3 added, 1 replaced (signature unsigned).',
  ],
  ['import_undone', { added: '3', replaced: '1' }, 'An import was undone: environments removed 3, put back 1.'],
] as const)('what was recorded of it is said in words: %s %j', (kind, detail, said) => {
  expect(eventSentence({ ...event, kind, detail }, 'Orders')).toBe(said)
})
