import { expect, test } from 'vitest'
import { passes } from '../../../renderer/features/sidebar/filter.ts'
import { markedParts, wordsOf } from '../../../renderer/ui/marked-parts.ts'
import { isFiltering, noFilter } from '../../../renderer/queries/environment-filter.ts'

const orders = { name: 'Orders API', issuer: 'https://id.logistics.example/realms/shop', stage: 'production' } as const
const finds = (text: string, states: Parameters<typeof passes>[2] = ['no token']) =>
  passes({ ...noFilter, text }, orders, states)
const marked = (name: string, text: string) =>
  markedParts(name, wordsOf(text))
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('')

test('white space alone filters nothing', () => {
  expect(isFiltering({ ...noFilter, text: ' \t' })).toBe(false)
  expect(finds('  ')).toBe(true)
})

test('a word that is nowhere lets nothing pass, whatever else fits', () => expect(finds('orders billing')).toBe(false))

test.each(['api orders', 'logistics ORD', 'prod shop', 'token orders'])('“%s” is found in any order', (text) =>
  expect(finds(text)).toBe(true),
)

test('the scheme of the issuer is no word', () => expect(finds('https')).toBe(false))

test('states are found by their words', () => {
  expect(finds('no secret', ['no token', 'no secret'])).toBe(true)
  expect(finds('secret')).toBe(false)
})

test('stage and state narrow what the words found', () => {
  expect(passes({ text: 'ord', stage: 'staging', state: '' }, orders, [])).toBe(false)
  expect(passes({ text: 'ord', stage: 'production', state: 'expired' }, orders, ['valid'])).toBe(false)
  expect(passes({ text: 'ord', stage: 'production', state: 'valid' }, orders, ['valid', 'unsaved'])).toBe(true)
})

test('what was found is marked each time, and parts that overlap are one', () => {
  expect(marked('Order records', 'ord')).toBe('[Ord]er rec[ord]s')
  expect(marked('aaab', 'aa ab')).toBe('[aaab]')
  expect(marked('Orders', 'host')).toBe('Orders')
  expect(marked('', 'x')).toBe('')
})

test('a name whose lower case is longer is shown unmarked', () => expect(marked('İstanbul', 'stan')).toBe('İstanbul'))
