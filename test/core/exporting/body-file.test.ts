import { expect, test } from 'vitest'
import { bodyFile } from '../../../electron/core/exporting/body-file.ts'

const fileOf = (type: string | null, text: string, encoding: 'utf-8' | 'base64' = 'utf-8') =>
  bodyFile({
    headers: type === null ? [] : [['Content-Type', type]],
    body: { text, encoding, wireBytes: 0, decodedBytes: 0, truncated: false },
  })

test.each([
  [null, 'response.txt'],
  ['', 'response.txt'],
  ['application/x-json-but-not', 'response.txt'],
  ['application/problem+json; charset=utf-8', 'response.json'],
  ['Application/JSON', 'response.json'],
  ['text/html', 'response.html'],
  ['text/x-../../evil', 'response.txt'],
])('a body of type %j is called %s, and no type gives a path', (type, name) => {
  expect(fileOf(type, 'text').name).toBe(name)
})

test('no digit, escape or white space of a body is lost', () => {
  const text = '{"n": 12345678901234567890,\t"m":1.10, "s":"\\u0041"}\n'
  expect(fileOf('application/json', text).content).toBe(text)
})

test('what is no text is saved as the bytes it was, not as base64', () => {
  const { name, content } = fileOf('image/png', Buffer.from([0x89, 0x50, 0, 0xff]).toString('base64'), 'base64')
  expect([name, [...Buffer.from(content)]]).toEqual(['response.bin', [0x89, 0x50, 0, 0xff]])
})
