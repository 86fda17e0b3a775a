import { expect, test } from 'vitest'
import { describeRequest } from '../../../electron/core/redaction/redact.ts'

const mebibyte = 1 << 20
const shown = (body: Buffer, secrets: readonly string[] = []) =>
  describeRequest({ method: 'POST', url: 'https://a.example/', headers: [], body }, null, secrets).body

test('a body of a mebibyte is kept whole', () => {
  expect(shown(Buffer.alloc(mebibyte, 'a'))).toMatchObject({ truncated: false, wireBytes: mebibyte })
})

test('of a larger one the beginning is kept, with the length of all of it', () => {
  const text = shown(Buffer.alloc(5 * mebibyte, 'é'))
  expect(text).toMatchObject({
    truncated: true,
    wireBytes: 5 * mebibyte,
    decodedBytes: 5 * mebibyte,
    encoding: 'utf-8',
  })
  expect(text?.text.length).toBeLessThanOrEqual(mebibyte)
  const bytes = shown(Buffer.alloc(5 * mebibyte, 255))
  expect(bytes?.encoding).toBe('base64')
  expect(Buffer.from(bytes?.text ?? '', 'base64').length).toBeLessThanOrEqual(16 << 10)
})

test('a secret over the cut shows no part of itself', () => {
  const secret = 'canary-'.repeat(40)
  const body = Buffer.alloc(2 * mebibyte, 'a')
  body.write(secret, mebibyte - 50)
  expect(shown(body, [secret])?.text).not.toContain('canary')
})

test('a short body of bytes is kept whole', () => {
  const bytes = Buffer.alloc(16 << 10, 255)
  expect(shown(bytes)).toMatchObject({ truncated: false, encoding: 'base64', text: bytes.toString('base64') })
})
