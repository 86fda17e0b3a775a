import { expect, test } from 'vitest'
import { newEnvironment } from '../../../../electron/catalogue/new-environment.ts'
import { credentialAccess } from '../../../../electron/core/review/checks/credential-access.ts'
import { heldSecret, reviewCase } from '../../../support/review-case.ts'

const look = (known: Parameters<typeof reviewCase>[0]) => credentialAccess.look(reviewCase(known))
const signing = { ...newEnvironment, token_endpoint_auth_method: 'private_key_jwt' as const }

test('a file that every account may read is to improve', () => {
  const secrets = [heldSecret({ source: 'file', fileReadableBy: 'everyone' })]
  expect(look({ secrets })).toMatchObject([{ code: 'credential_file_open', evidence: { field: 'client_secret' } }])
})

test.each(['owner', 'group', null] as const)(
  'a file that is readable by %s says nothing of others',
  (fileReadableBy) => {
    expect(look({ secrets: [heldSecret({ source: 'file', fileReadableBy })] })).toMatchObject([
      { code: 'access_not_visible', status: 'not_known' },
    ])
  },
)

test('a secret that is stored and not used is to improve', () => {
  const secrets = [heldSecret(), heldSecret({ name: 'private_key' }), heldSecret({ name: 'client_certificate_key' })]
  expect(look({ settings: signing, secrets })).toMatchObject([
    {
      code: 'credential_unused',
      evidence: { secrets: 'client_secret client_certificate_key', method: 'private_key_jwt' },
    },
  ])
})

test('a secret that introspection uses is used, and one that is kept elsewhere is not asked about', () => {
  const introspection = { ...newEnvironment.introspection, authentication: 'client_secret_basic' as const }
  expect(look({ settings: { ...signing, introspection }, secrets: [heldSecret()] })[0].code).toBe('access_not_visible')
  expect(look({ settings: signing, secrets: [heldSecret({ source: 'vault' })] })[0].code).toBe('access_not_visible')
})
