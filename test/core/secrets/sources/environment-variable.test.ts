import { expect, test } from 'vitest'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { readEnvironmentVariable } from '../../../../electron/core/secrets/sources/environment-variable.ts'
import { factsOf, messageOf, sourceAccess, uncancelled } from '../../../integration/source-access.ts'

const { newAccess } = sourceAccess()

const read = async (
  variable: string,
  variables: Record<string, string | undefined>,
  name: SecretName = 'client_secret',
) =>
  readEnvironmentVariable(
    { kind: 'environment_variable', variable },
    name,
    await newAccess({ variables }),
    uncancelled(),
  )

test('a variable that is not set is named, with where the app has its variables from', async () => {
  const message = messageOf(await read('APP_SECRET', { APP_SECRETS: 'another', OTHER: undefined }))
  expect(message).toMatch(/^The environment variable APP_SECRET is not set for this app/)
  expect(message).not.toContain('another')
  expect(messageOf(await read('OTHER', { OTHER: undefined }))).toContain('is not set')
})

test.each(['__proto__', 'constructor', 'toString'])('%s is not set, though every object has it', async (variable) => {
  expect(messageOf(await read(variable, {}))).toContain('is not set')
  expect(messageOf(await read(variable, process.env))).toContain('is not set')
})

test('a variable that is empty is said to be empty', async () => {
  expect(messageOf(await read('APP_SECRET', { APP_SECRET: '' }))).toBe(
    'The environment variable APP_SECRET is empty. Put the secret there.',
  )
})

test('one that is too long for a secret is refused by its length', async () => {
  const variables = { APP_SECRET: 's'.repeat(100_001) }
  expect(messageOf(await read('APP_SECRET', variables))).toContain('has 100001 characters')
})

test('the value is taken as it is, and white space around it is reported', async () => {
  const plain = await read('APP_SECRET', { APP_SECRET: 'pässwörd🔑' })
  expect(plain).toMatchObject({ ok: true, value: 'pässwörd🔑' })
  expect(factsOf(plain)).toEqual({ Length: '9 characters' })
  const spaced = await read('APP_SECRET', { APP_SECRET: ' secret\n' })
  expect(spaced).toMatchObject({ ok: true, value: ' secret\n' })
  expect(factsOf(spaced)).toMatchObject({ Note: expect.stringContaining('white space') })
})

test('of a key the number of its lines is reported, and the line break at its end is nothing special', async () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----\n'
  expect(factsOf(await read('KEY', { KEY: key }, 'private_key'))).toEqual({
    Length: `${key.length} characters`,
    Lines: '3',
  })
})
