import { expect, test } from 'vitest'
import { ignores, mayExcept } from '../../../../electron/core/files/git/git-ignore.ts'

test.each([
  ['.env', '.env'],
  ['.env', 'service/.env'],
  ['/.env', '.env'],
  ['*.pem', 'keys/client.pem'],
  ['secrets/', 'secrets/client.json'],
  ['secrets/', 'a/secrets/b/client.json'],
  ['secrets/*', 'secrets/client.json'],
  ['config/secrets', 'config/secrets/client.json'],
  ['**/secrets/*.json', 'a/b/secrets/client.json'],
  ['**/secrets/*.json', 'secrets/client.json'],
  ['a/**/client.json', 'a/b/c/client.json'],
  ['a/**/client.json', 'a/client.json'],
  ['secrets/**', 'secrets/a/client.json'],
  ['client.???', 'client.pem'],
  ['# all\n\n*.key   \r\n', 'x.key'],
])('%j ignores %s', (lines, file) => expect(ignores(lines, file)).toBe(true))

test.each([
  ['/.env', 'service/.env'],
  ['.env', '.env.json'],
  ['# .env', '.env'],
  ['secrets/', 'secrets'],
  ['secrets/*', 'a/secrets/client.json'],
  ['secrets/**', 'secrets'],
  ['client.[pP]em', 'client.pem'],
  ['\\!client.pem', '!client.pem'],
  ['*.pem\n!client.pem', 'client.pem'],
  ['/', 'client.pem'],
  ['', ''],
])('%j does not certainly ignore %s', (lines, file) => expect(ignores(lines, file)).toBe(false))

test('an exception that is not read here may name the file', () => {
  expect(mayExcept('!client.pem', 'client.pem')).toBe(true)
  expect(mayExcept('!client.[pP]em', 'client.pem')).toBe(true)
  expect(mayExcept('!other.pem\n*.pem', 'client.pem')).toBe(false)
})

test('an exception with brackets for other files leaves a file ignored, as in the rules that Visual Studio has', () => {
  const lines = '**/[Pp]ackages/*\n!**/[Pp]ackages/build/\n!?*.[Cc]ache/\n.env\n'
  expect(mayExcept(lines, 'service/.env')).toBe(false)
  expect(ignores(lines, 'service/.env')).toBe(true)
  expect(mayExcept(lines, 'packages/build/.env')).toBe(true)
  expect(mayExcept(String.raw`!\!client.pem`, 'client.pem')).toBe(false)
  expect(mayExcept('!client.[]x].pem', 'client.].pem')).toBe(true)
  expect(mayExcept('!client.[[:alpha:]].pem', 'client.a.pem')).toBe(true)
})

test('a pattern of many stars takes no longer than its length allows', () => {
  expect(ignores(`${'*a'.repeat(2000)}b`, 'a'.repeat(4000))).toBe(false)
})
