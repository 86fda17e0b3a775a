import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodingsIn, makeCanary } from '../../support/canary.ts'

const canary = makeCanary('client_secret')
const around = (middle: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from('before'), Buffer.from(middle), Buffer.from('after')])
const base64At = (before: number): string => Buffer.from(`${'b'.repeat(before)}${canary} and more`).toString('base64')
const wide = Buffer.from(canary, 'utf16le')
const percent = encodeURIComponent(canary)

test('what holds no canary, or another one, is not taken for one', () => {
  expect(encodingsIn(around(makeCanary('client_secret')), [canary])).toEqual([])
  expect(encodingsIn(gzipSync(around('nothing')), [canary])).toEqual([])
  expect(encodingsIn(around('\x1f\x8b\x08 only looks like gzip, and x\x9c like zlib'), [canary])).toEqual([])
})

test.each<[string, string, string | Buffer]>([
  ['as it is', 'plain', canary],
  ['in Latin-1', 'latin1', Buffer.from(canary, 'latin1')],
  ['in base64', 'base64', base64At(0)],
  ['in base64, one byte in', 'base64', base64At(1)],
  ['in base64, two bytes in', 'base64', base64At(2)],
  ['in base64, after a client ID', 'base64', btoa(`orders:${encodeURIComponent(canary)}`)],
  ['in base64url', 'base64url', Buffer.from(`bb${canary}`).toString('base64url')],
  ['in hex', 'hex', Buffer.from(canary).toString('hex')],
  ['in upper-case hex', 'hex', Buffer.from(canary).toString('hex').toUpperCase()],
  ['percent-encoded', 'percent-encoded', percent],
  ['percent-encoded in lower case', 'percent-encoded', percent.replaceAll(/%../g, (octet) => octet.toLowerCase())],
  ['form-encoded', 'form-encoded', new URLSearchParams({ client_secret: canary }).toString()],
  ['in JSON', 'JSON', JSON.stringify({ canary })],
  ['in JSON in JSON', 'JSON', JSON.stringify(JSON.stringify({ canary }))],
  ['in JSON of ASCII alone', 'JSON', JSON.stringify({ canary }).replaceAll('ä', String.raw`\u00e4`)],
  ['in little-endian UTF-16', 'UTF-16', wide],
  ['in big-endian UTF-16', 'UTF-16', Buffer.from(wide).swap16()],
  ['backwards', 'reversed', canary.split('').toReversed().join('')],
  ['in gzip', 'plain (compressed)', gzipSync(around(canary))],
  ['in zlib', 'plain (compressed)', deflateSync(around(canary))],
])('a canary is found %s', (_how, name, hidden) => {
  expect(encodingsIn(around(hidden), [canary])).toContain(name)
})

test.each([
  ['deflate', deflateRawSync(around(canary))],
  ['brotli', brotliCompressSync(around(canary))],
])('a canary is found in %s that fills a whole file', (_how, file) => {
  expect(encodingsIn(file, [canary])).toContain('plain (compressed)')
})

test('a gzip stream that is cut short gives away what came before the cut', () => {
  const packed = gzipSync(Buffer.from(canary + 'x'.repeat(1000)))
  expect(encodingsIn(packed.subarray(0, packed.length - 10), [canary])).toContain('plain (compressed)')
})
