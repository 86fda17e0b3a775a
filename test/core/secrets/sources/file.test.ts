import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { readFile } from '../../../../electron/core/secrets/sources/file.ts'
import { factsOf, messageOf, sourceAccess, uncancelled } from '../../../integration/source-access.ts'

const { newAccess, newFolder } = sourceAccess()

let place: string
beforeEach(async () => {
  place = path.join(await newFolder(), 'secret')
})

async function read(content: string | Uint8Array, pointer = '', name: SecretName = 'client_secret') {
  await writeFile(place, content)
  return readFile({ kind: 'file', path: place, pointer }, name, await newAccess(), uncancelled())
}

const readPath = async (file: string) =>
  readFile({ kind: 'file', path: file, pointer: '' }, 'client_secret', await newAccess(), uncancelled())

test('a file that is missing, a folder, a device and a path from nowhere are named', async () => {
  expect(messageOf(await readPath(place))).toBe(`The file ${place} does not exist.`)
  expect(messageOf(await readPath(path.dirname(place)))).toContain('is a folder. Enter the path of the file inside it.')
  expect(messageOf(await readPath('/dev/zero'))).toContain('not an ordinary file')
  expect(messageOf(await readPath('secret.txt'))).toContain('is not absolute')
})

test('a file of more than 1 MiB is no secret', async () => {
  expect(messageOf(await read('x'.repeat(1024 * 1024 + 1)))).toContain('is larger than 1 MiB')
})

test('bytes that are no text are refused, not guessed at', async () => {
  expect(messageOf(await read(Buffer.from([0x73, 0xe9, 0x63])))).toContain('is not text in UTF-8')
})

test.each(['', '\uFEFF'])('a file with nothing in it (%j) is empty', async (content) => {
  expect(messageOf(await read(content))).toContain('is empty. The program that writes it has not done so yet.')
})

test('a first line that is empty is no secret, no matter what follows', async () => {
  expect(messageOf(await read('\nsecret\n'))).toContain(`The first line of the file ${place} is empty`)
})

test('JSON without a pointer asks for one, and quotes nothing', async () => {
  const message = messageOf(await read('{\n "client_secret": "hidden"\n}'))
  expect(message).toContain('is JSON. Enter the JSON pointer of the secret in it')
  expect(message).not.toContain('hidden')
})

test('what only looks like JSON is a first line like any other', async () => {
  expect(await read('{secret}\n')).toMatchObject({ ok: true, value: '{secret}' })
})

test('a pointer into what is no JSON is refused without quoting it', async () => {
  const message = messageOf(await read('{"client_secret":"hidden",}', '/client_secret'))
  expect(message).toContain('is not valid JSON')
  expect(message).not.toContain('hidden')
})

test('a pointer that leads to nothing, a number or an empty string is named', async () => {
  const json = '{"oauth":{"id":"x","port":8443,"empty":""}}'
  expect(messageOf(await read(json, '/oauth/secret'))).toBe(
    `In the file ${place}, at the JSON pointer /oauth/secret there is no "secret" in /oauth.`,
  )
  expect(messageOf(await read(json, '/oauth/port'))).toContain('there is a number')
  expect(messageOf(await read(json, '/oauth/empty'))).toContain('The string at /oauth/empty')
})

test.each([
  ['secret', {}],
  ['secret\n', {}],
  ['secret\r\n', {}],
  ['\uFEFFsecret\n', {}],
  ['secret\nexpires tomorrow\n', { Taken: 'the first of 3 lines' }],
])('of %j the first line is the secret', async (content, facts) => {
  const reading = await read(content)
  expect(reading).toMatchObject({ ok: true, value: 'secret' })
  expect(factsOf(reading)).toEqual({ Length: '6 characters', ...facts })
})

test('UTF-16 with its mark, as PowerShell writes it, is read', async () => {
  expect(await read(Buffer.from('\uFEFFsécret\r\n', 'utf16le'))).toMatchObject({ ok: true, value: 'sécret' })
})

test('a JSON file may begin with a byte order mark', async () => {
  expect(await read('\uFEFF{"a":{"b/c":"secret"}}', '/a/b~1c')).toMatchObject({ ok: true, value: 'secret' })
})

test.each<SecretName>(['private_key', 'client_certificate_key', 'dpop_key'])('%s is the whole file', async (name) => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----\n'
  expect(await read(key, '', name)).toMatchObject({ ok: true, value: key })
  const jwk = '{"kty":"EC"}'
  expect(await read(jwk, '', name)).toMatchObject({ ok: true, value: jwk })
  expect(await read(JSON.stringify({ key }), '/key', name)).toMatchObject({ ok: true, value: key })
})
