import { expect, test } from 'vitest'
import { introspectionChoices } from '../../../renderer/features/inspector/introspection-choices.ts'

const environments = [
  { id: 'a', name: 'Shop', issuer: 'https://shop.example' },
  { id: 'b', name: 'Orders', issuer: 'https://id.example/b' },
  { id: 'c', name: 'Billing', issuer: 'https://ID.example/c/' },
  { id: 'd', name: 'By hand', issuer: '' },
]
const groupsOf = (issuer: string | null) =>
  introspectionChoices(issuer, environments).groups.map(({ group, items }) => [group, items.map(({ value }) => value)])

test('without an issuer none is likely, and an empty one is like no other', () => {
  expect(introspectionChoices(null, environments).likely).toBeNull()
  expect(introspectionChoices('', environments).likely).toBeNull()
  expect(groupsOf(null)).toEqual([['Environments', ['a', 'b', 'c', 'd']]])
})

test('an unknown issuer makes none likely', () => {
  expect(introspectionChoices('https://id.example.evil/c', environments).likely).toBeNull()
})

test('the same issuer comes before the same host, and that before all others', () => {
  expect(groupsOf('https://id.example/b')).toEqual([
    ['Same issuer', ['b']],
    ['Same host', ['c']],
    ['Other issuers', ['a', 'd']],
  ])
  expect(introspectionChoices('https://id.example/b', environments).likely).toBe('b')
  expect(introspectionChoices('https://id.example/other', environments).likely).toBe('b')
})

test('a name that more than one environment has is told apart by its host', () => {
  const [group] = introspectionChoices(null, environments).groups
  expect(group?.items.map(({ label }) => label)).toEqual([
    'Shop · shop.example',
    'Orders · id.example',
    'Billing · ID.example',
    'By hand',
  ])
})
