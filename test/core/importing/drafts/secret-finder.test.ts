import { expect, test } from 'vitest'
import { finderOf, secretFinder, withoutSecrets } from '../../../../electron/core/importing/drafts/secret-finder.ts'
import { looksSecret } from '../../../../electron/core/importing/drafts/secret-marks.ts'
import { call, client, draft, made, variable } from './some-drafts.ts'

const written = (text: string, ...values: string[]) => withoutSecrets(text, secretFinder(values), () => '•')

test.each([
  ['a 12345678 b', ['12345678'], 'a • b'],
  ['12345678', ['12345678'], '•'],
  ['12345678912345678', ['12345678'], '•9•'],
  ['secret-1 secret-12 secret-123', ['secret-12', 'secret-1'], '• • •3'],
  ['{{secret-1}} secret-1', ['secret-1'], '{{secret-1}} •'],
  ['1234567', ['12345678'], '1234567'],
  ['12345679', ['12345678'], '12345679'],
  ['secret secret', ['secret'], 'secret secret'],
])('of %j without %j is left %j', (text, values, expected) => {
  expect(written(text, ...values)).toBe(expected)
})

test('what is written for a secret is not searched again', () => {
  const find = finderOf(['12345678', 'abcdefgh'])
  expect(withoutSecrets('12345678 abcdefgh', find, (value) => `${value}!`)).toBe('12345678! abcdefgh!')
})

/** Letters and digits that look random, another text for each number. */
function randomWord(number: number): string {
  let state = number + 1
  return Array.from({ length: 28 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return 'ABCDEFGHabcdefgh0123456789xyzXYZ'.charAt(state >>> 27)
  }).join('')
}

test('a body of 20,000 secrets ends, and none of them is left in it', () => {
  const words = Array.from({ length: 30_000 }, (_, index) => randomWord(index)).filter(looksSecret)
  expect(words.length).toBeGreaterThan(20_000)
  const { environments } = made(
    draft({
      calls: [call({ method: 'POST', body: { kind: 'text', text: words.join(' '), contentType: 'text/plain' } })],
    }),
  )
  const shown = new Set(JSON.stringify(environments).split(/[^A-Za-z0-9]+/))
  expect(words.filter((word) => shown.has(word))).toEqual([])
})

test('secrets that begin alike, in texts that repeat their beginning, end', () => {
  const variables = Array.from({ length: 20_000 }, (_, index) => variable(`password${index}`, `client-secret-${index}`))
  const text = 'client-secret '.repeat(60_000)
  const { environments } = made(
    draft({
      clients: [client()],
      variables,
      calls: [call({ method: 'POST', body: { kind: 'text', text, contentType: '' } })],
    }),
  )
  expect(environments).toHaveLength(1)
})

test('a text that begins a token again and again ends', () => {
  const text = 'eyJ'.repeat(150_000)
  expect(
    made(draft({ calls: [call({ method: 'POST', body: { kind: 'text', text, contentType: '' } })] })).environments,
  ).toHaveLength(1)
})
