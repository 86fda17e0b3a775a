import { expect, test } from 'vitest'
import { inTwoParts, sharedStarts, startOf } from '../../../renderer/ui/in-two-parts.ts'

test('the last word of a long name is kept apart with the space before it, so that both read as the name', () => {
  const name = 'Test API Collection v4 with Environments Staging'
  expect(inTwoParts(name)).toEqual(['Test API Collection v4 with Environments', ' Staging'])
})

test('a short name, a name of one word, and one that ends in a long word or in spaces stay whole', () => {
  for (const name of [
    '',
    'Orders dev',
    'customer-number-four-of-europe',
    `A name with ${'x'.repeat(40)}`,
    'a'.repeat(30) + '   ',
  ])
    expect(inTwoParts(name)).toEqual([name, ''])
})

test('names that begin alike are known by their beginning', () => {
  const shared = sharedStarts(['Test API Collection Staging', 'Test API Collection Development', 'Staging · Test API'])
  expect([...shared]).toEqual([startOf('Test API Collection')])
  expect(sharedStarts(['a', 'b']).size).toBe(0)
})
