import { expect, test } from 'vitest'
import type { FieldProblem } from '../../../electron/contract/problem.ts'
import { faultsOfForm } from '../../../renderer/features/environments/problems.ts'
import { emptySource, sourcesValuesOf } from '../../../renderer/features/environments/secrets/source-values.ts'

const sources = { ...sourcesValuesOf({}), client_secret: emptySource('vault'), private_key: emptySource('file') }
const at = (field: string): FieldProblem => ({ field, code: 'file_missing', evidence: { path: '/key.pem' } })
const path = at('secretSources.client_secret.path')
const file = at('private_key')

test('that a source on the network is asked only when a token is requested is no fault of the form', () => {
  const later = at('client_secret')
  expect(faultsOfForm([later, path, file], sources)).toEqual([path, file])
})

test('what can be settled on the spot stays, except a secret that is asked for each time', () => {
  const locked = { ...at('client_secret'), remedy: { kind: 'unlock' } } as const
  const asked = { ...at('private_key'), remedy: { kind: 'answer', secret: 'private_key' } } as const
  expect(faultsOfForm([locked, asked], sources)).toEqual([locked])
})
