import { expect, test } from 'vitest'
import { cleanCut, PieceMasker } from '../../../electron/core/redaction/mask-in-pieces.ts'
import { maskOf } from '../../../electron/core/redaction/redact.ts'

const secret = 's3cr3t-of-the-client-0815'
const mask = maskOf([secret])

/** Puts a text through in parts of this size. */
function masked(text: string, size: number): string {
  const pieces = new PieceMasker(mask)
  let shown = ''
  for (let at = 0; at < text.length; at += size) shown += pieces.push(text.slice(at, at + size))
  return shown + pieces.end()
}

const row = (index: number) => `{"id":${index},"name":"Order ${index}","city":"Köln"},`
const rows = (length: number) => Array.from({ length: Math.ceil(length / 40) }, (_, index) => row(index)).join('')

test('a text without secrets stays as it is, no matter in which parts it comes', () => {
  const text = rows(1_200_000)
  expect(masked(text, 65_536)).toBe(text)
  expect(masked(text, 999_983)).toBe(text)
})

test.each([
  ['a secret', secret],
  ['a secret in base64', Buffer.from(`orders:${secret}`).toString('base64')],
  ['a value that its name calls a token', '"access_token":"opaque.value/with+signs==0123456789"'],
  ['a value with a comma in it', '"client_secret":"one,two,three;four}five"'],
  ['a private key', '{"kty":"EC","x":"abc","y":"def","d":"the-private-part-0815"}'],
])('%s is masked wherever it is, across parts and pieces as well', (_, hidden) => {
  const before = rows(262_144)
  const wanted = mask(`{${hidden},`).slice(1)
  for (let place = 261_900; place < 262_300; place += 41) {
    const at = before.lastIndexOf('{', place)
    const text = `${before.slice(0, at)}${hidden},${rows(280_000)}`
    const shown = masked(text, 65_536)
    expect(shown.slice(at, at + wanted.length)).toBe(wanted)
    expect(shown.slice(0, at)).toBe(before.slice(0, at))
  }
})

test('there is no cut within a run that may be a token', () => {
  expect(cleanCut('a'.repeat(100_000), 60_000, mask)).toBeNull()
})

test('a JWT of many hundred thousand characters is masked whole', () => {
  const jwt = `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(700_000)}.c2ln`
  const shown = masked(`${rows(300_000)}"${jwt}"${rows(10_000)}`, 65_536)
  expect(shown).not.toContain('aaaaaaaaaaaaaaaa')
})
