import { expect, test } from 'vitest'
import {
  bytesOf,
  isSourceFirst,
  looksOfBytes,
  looksOfText,
  sniffed,
} from '../../../renderer/features/api-calls/answer/body-kind.ts'
import { hexLine } from '../../../renderer/features/api-calls/answer/hex-lines.ts'

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])
const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

test.each([
  [png, 'image/png'],
  [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  [ascii('GIF89a'), 'image/gif'],
  [ascii('RIFF....WEBPVP8 '), 'image/webp'],
  [ascii('....ftypavif'), 'image/avif'],
  [ascii('%PDF-1.7'), 'application/pdf'],
  [ascii('PK\u0003\u0004'), 'application/zip'],
  [ascii('RIFF'), null],
  [new Uint8Array(), null],
])('knows the format of %j', (bytes, mime) => {
  expect(sniffed(bytes)).toBe(mime)
})

test('says when the header field names another type than the bytes have', () => {
  expect(looksOfBytes(png, 'image/jpeg; q=1')).toEqual({ kind: 'image', mime: 'image/png', claimed: 'image/jpeg' })
  expect(looksOfBytes(png, 'IMAGE/PNG')).toMatchObject({ claimed: null })
  expect(looksOfBytes(png, 'application/octet-stream')).toMatchObject({ kind: 'image', claimed: null })
  expect(looksOfBytes(ascii('PK\u0003\u0004'), 'application/vnd.ms-excel')).toMatchObject({
    kind: 'bytes',
    claimed: null,
  })
  expect(looksOfText('<!DOCTYPE html><p>Sign in', 'application/json')).toEqual({
    kind: 'json',
    mime: 'text/html',
    claimed: 'application/json',
  })
  expect(looksOfText('Not found', 'image/png')).toMatchObject({
    kind: 'text',
    mime: 'text/plain',
    claimed: 'image/png',
  })
})

test('JSON is known by its type, or by how it begins', () => {
  expect(looksOfText('1', 'application/problem+json').kind).toBe('json')
  expect(looksOfText(' [1]', '').kind).toBe('json')
  expect(looksOfText('a,b', 'text/csv').kind).toBe('text')
})

test('SVG is an image that is shown as its source first, and a page that has one is none', () => {
  expect(looksOfText('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml')).toMatchObject({ kind: 'image' })
  expect(isSourceFirst(looksOfText('<svg/>', 'image/svg+xml'))).toBe(true)
  expect(isSourceFirst({ mime: 'image/png' })).toBe(false)
  expect(looksOfText('<html><svg/></html>', 'text/html')).toMatchObject({ kind: 'text' })
})

test('damaged base64 is no bytes', () => {
  expect(bytesOf('*')).toHaveLength(0)
})

test('a line of the hex view has its offset, its bytes, and a dot for what is no character', () => {
  const bytes = Uint8Array.from({ length: 18 }, (_, index) => (index === 0 ? 0x41 : 0xf0 + (index % 16)))
  expect(hexLine(bytes, 0, 16)).toEqual({
    offset: '00000000',
    hex: '41 f1 f2 f3 f4 f5 f6 f7  f8 f9 fa fb fc fd fe ff',
    text: 'A...............',
  })
  expect(hexLine(bytes, 1, 16)).toEqual({ offset: '00000010', hex: 'f0 f1', text: '..' })
})
