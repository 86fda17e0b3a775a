import { expect, test } from 'vitest'
import { secretNames } from '../../../../electron/vocabulary/secret-names.ts'
import type { SecretStates } from '../../../../electron/contract/secret.ts'
import { emptyValues } from '../../../../renderer/features/environments/form-values.ts'
import { secretChanges } from '../../../../renderer/features/environments/paste/secret-changes.ts'
import { withoutPasted } from '../../../../renderer/features/environments/paste/without-pasted.ts'

const none = { kind: 'none', setAt: null, replacing: false } as const
const states = (kind: 'none' | 'stored'): SecretStates => ({
  client_secret: { ...none, kind },
  private_key: none,
  private_key_passphrase: none,
  client_certificate_key: none,
  client_certificate_passphrase: none,
  dpop_key: none,
  proxy_password: none,
  vault_token: none,
  vault_secret_id: none,
  secret_variables: none,
})
const sources = emptyValues.secretSources

test('a secret is shown by its length alone', () => {
  const changes = secretChanges({ client_secret: 's3cret' }, { typed: {}, states: null, sources })
  expect(changes).toEqual([{ path: 'client_secret', title: 'Client secret', before: '', after: '6 characters' }])
})

test('what is there now is named: typed, stored, or of another source', () => {
  const before = (given: Partial<Parameters<typeof secretChanges>[1]>) =>
    secretChanges({ client_secret: 's3cret' }, { typed: {}, states: states('none'), sources, ...given })[0]?.before
  expect(before({})).toBe('')
  expect(before({ typed: { client_secret: 'x' } })).toBe('1 character')
  expect(before({ states: states('stored') })).toBe('Set')
  expect(before({ sources: { ...sources, client_secret: { kind: 'ask' } } })).toBe('Ask each time')
})

test('a secret that is typed already is no change', () => {
  expect(secretChanges({ client_secret: 'a' }, { typed: { client_secret: 'a' }, states: null, sources })).toEqual([])
})

test('undoing takes back what was pasted, and keeps what was typed since', () => {
  const pasted = { client_secret: 'pasted', proxy_password: 'pasted' }
  const now = { client_secret: 'pasted', proxy_password: 'typed since', dpop_key: 'other' }
  expect(withoutPasted(now, pasted, { client_secret: 'before' })).toEqual({
    client_secret: 'before',
    proxy_password: 'typed since',
    dpop_key: 'other',
  })
  expect(secretNames).toContain('proxy_password')
})
