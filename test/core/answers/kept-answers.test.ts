import { expect, test } from 'vitest'
import { KeptAnswers } from '../../../electron/core/answers/kept-answers.ts'

const secret = 's3cr3t-of-the-client-0815'
const facts = { secrets: [secret], contentType: 'application/json', isCut: false }

test('of a large body the beginning is given back, and all of it is read in parts without a cut character', () => {
  const text = 'äöü€😀'.repeat(60_000)
  const kept = new KeptAnswers()
  const head = kept.keep({ ...facts, id: 'a', bytes: Buffer.from(text) })
  expect(head.encoding).toBe('utf-8')
  expect(text.startsWith(head.text)).toBe(true)
  expect(Buffer.byteLength(head.text)).toBeLessThanOrEqual(262_144)
  let read = ''
  for (let from = 0; ;) {
    const part = kept.read('a', from, 100_003)
    if (part === null) throw new Error('It is gone.')
    read += part.text
    from = part.to
    if (part.to === part.total) break
  }
  expect(read).toBe(text)
})

test('a secret is masked in the beginning, in what is read, and in all of it', () => {
  const kept = new KeptAnswers()
  const text = `{"a":"${secret}",${'"b":1,'.repeat(100_000)}"c":"${secret}"}`
  const head = kept.keep({ ...facts, id: 'a', bytes: Buffer.from(text) })
  expect(head.text).toMatch(/^\{"a":"•{8}",/)
  const whole = Buffer.from(kept.whole('a') ?? []).toString()
  expect(whole).not.toContain(secret)
  expect(whole.endsWith('"c":"••••••••"}')).toBe(true)
  expect(kept.find('a', secret, 10)).toEqual({ places: [], hasMore: false })
})

test('a text is found in any case, also across the parts in which it is searched, and no more places than are wanted', () => {
  const kept = new KeptAnswers()
  const before = 'x'.repeat((1 << 20) - 3)
  kept.keep({
    ...facts,
    contentType: 'text/plain',
    id: 'a',
    bytes: Buffer.from(`${before} Needle ${'needle '.repeat(20)}`),
  })
  const found = kept.find('a', 'NEEDLE', 10)
  expect(found?.places[0]).toBe(before.length + 1)
  expect(found).toMatchObject({ hasMore: true, places: { length: 10 } })
  expect(kept.find('a', 'no such text', 10)).toEqual({ places: [], hasMore: false })
})

test('the oldest go when there is no room, and the newest stays however large it is', () => {
  const kept = new KeptAnswers(1000)
  for (const id of ['a', 'b', 'c']) kept.keep({ ...facts, id, bytes: Buffer.from('x'.repeat(400)) })
  expect([kept.read('a', 0, 10), kept.read('b', 0, 1)?.text, kept.read('c', 0, 1)?.text]).toEqual([null, 'x', 'x'])
  kept.keep({ ...facts, id: 'd', bytes: Buffer.from('x'.repeat(4000)) })
  expect([kept.read('c', 0, 10), kept.read('d', 0, 1)?.text]).toEqual([null, 'x'])
})

test('bytes that are no text are kept as they are, unless there is a secret in them', () => {
  const kept = new KeptAnswers()
  const image = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0, 1])
  expect(kept.keep({ ...facts, contentType: 'image/png', id: 'a', bytes: image })).toEqual({
    text: image.toString('base64'),
    encoding: 'base64',
  })
  const withSecret = Buffer.concat([image, Buffer.from(secret)])
  expect(kept.keep({ ...facts, contentType: 'image/png', id: 'b', bytes: withSecret }).text).toBe('••••••••')
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff]), Buffer.from(secret, 'utf16le')])
  expect(kept.keep({ ...facts, contentType: 'image/png', id: 'c', bytes: wide }).text).toBe('••••••••')
})

test('text in the charset of its header field is decoded', () => {
  const kept = new KeptAnswers()
  const latin = Buffer.from('Grüße aus Köln', 'latin1')
  expect(kept.keep({ ...facts, contentType: 'text/plain; charset=ISO-8859-1', id: 'a', bytes: latin })).toEqual({
    text: 'Grüße aus Köln',
    encoding: 'utf-8',
    charset: 'ISO-8859-1',
  })
})
