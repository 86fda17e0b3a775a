import { expect, test } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { environmentOptions } from '../../../renderer/filters/environment-options.ts'

const environment = (given: Partial<EnvironmentSummary>): EnvironmentSummary => {
  const { stage, provider } = newEnvironment
  return { id: 'one', name: 'Orders', stage, provider, issuer: '', folder: '', builtIn: false, ...given }
}

test('environments of the same name say where they are, others only their name, and deleted ones come last', () => {
  const options = environmentOptions(
    [
      environment({ id: 'b', issuer: 'https://login.example/tenant', folder: 'Shop' }),
      environment({ id: 'a', issuer: 'https://idp.example' }),
      environment({ id: 'c', name: 'Billing', issuer: 'https://idp.example' }),
    ],
    [{ id: 'd', name: 'Accounts' }],
  )
  expect(options).toEqual([
    { value: 'c', label: 'Billing' },
    { value: 'a', label: 'Orders · idp.example' },
    { value: 'b', label: 'Orders · Shop · login.example' },
    { value: 'd', label: 'Accounts (deleted)' },
  ])
})
