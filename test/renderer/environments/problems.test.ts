import { expect, test } from 'vitest'
import { faultsOfForm } from '../../../renderer/features/environments/problems.ts'
import { emptySource, sourcesValuesOf } from '../../../renderer/features/environments/secrets/source-values.ts'

const sources = { ...sourcesValuesOf({}), client_secret: emptySource('vault'), private_key: emptySource('file') }
const path = { field: 'secretSources.client_secret.path', message: 'Enter the path of the secret.' }
const file = { field: 'private_key', message: 'There is no such file.' }

test('that a source on the network is asked only when a token is requested is no fault of the form', () => {
  const later = { field: 'client_secret', message: 'It is asked when a token is requested.' }
  expect(faultsOfForm([later, path, file], sources)).toEqual([path, file])
})

test('what can be settled on the spot stays, except a secret that is asked for each time', () => {
  const locked = { field: 'client_secret', message: 'Locked.', remedy: { kind: 'unlock' } } as const
  const asked = { field: 'private_key', message: 'Asked.', remedy: { kind: 'answer', secret: 'private_key' } } as const
  expect(faultsOfForm([locked, asked], sources)).toEqual([locked])
})
