import { expect, test } from 'vitest'
import { presetOf } from '../../../electron/catalogue/providers.ts'
import { emptyValues } from '../../../renderer/features/environments/form-values.ts'
import { withPreset } from '../../../renderer/features/environments/server/with-preset.ts'

test('a preset fills in what is empty, and carries over what is half typed', () => {
  const cidaas = presetOf('cidaas')
  if (cidaas === null) throw new Error('There is no preset for cidaas.')
  const typed = { ...emptyValues, scope: { chips: ['a'], typed: 'b"' }, renewBefore: '3x', jwks_uri: 'htt' }
  const filled = withPreset(typed, cidaas, { base: 'https://orders.cidaas.eu/' })
  expect(filled).toMatchObject({
    provider: 'cidaas',
    token_endpoint: 'https://orders.cidaas.eu/token-srv/token',
    token_endpoint_auth_method: 'client_secret_post',
    jwks_uri: 'htt',
    scope: typed.scope,
    renewBefore: '3x',
  })
})
