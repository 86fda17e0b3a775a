import { afterEach, expect, test } from 'vitest'
import {
  changeTypedSecrets,
  forgetTypedSecrets,
  formsWithSecrets,
  settleTypedSecrets,
  typedSecrets,
} from '../../../renderer/queries/typed-secrets.ts'

const type = (draftKey: string, secrets: Record<string, string>) =>
  changeTypedSecrets(draftKey, (now) => ({ ...now, secrets: { ...now.secrets, ...secrets } }))

afterEach(() => {
  for (const key of ['orders', 'billing']) forgetTypedSecrets(key)
})

test('a secret that was typed stays with its environment until it is saved, and no other has it', () => {
  type('orders', { client_secret: 'typed' })
  expect(typedSecrets('orders').secrets).toEqual({ client_secret: 'typed' })
  expect(typedSecrets('billing').secrets).toEqual({})
})

test('what is typed while saving goes on stays typed', () => {
  type('orders', { client_secret: 'sent', dpop_key: 'key' })
  const sent = typedSecrets('orders').secrets
  type('orders', { client_secret: 'typed since' })
  settleTypedSecrets('orders', sent)
  expect(typedSecrets('orders').secrets).toEqual({ client_secret: 'typed since' })
})

test('a form has typed secrets until they are saved or forgotten', () => {
  type('orders', { client_secret: 'typed' })
  expect(formsWithSecrets()).toEqual(['orders'])
  settleTypedSecrets('orders', { client_secret: 'typed' })
  expect(formsWithSecrets()).toEqual([])
})
