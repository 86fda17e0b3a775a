import { expect, test } from 'vitest'
import { refusalOf } from '../../../support/import-refusal.ts'
import { call, client, draft, made, set, variable } from './some-drafts.ts'

const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index))
const clients = (count: number) => many(count, (index) => client({ settings: { client_id: `{{base}}${index}` } }))
const sets = (count: number) => many(count, (index) => set(`stage ${index}`, { base: `b${index}` }))
const calls = (count: number) => many(count, (index) => call({ url: `https://{{base}}.example/${index}` }))

test('clients and sets of variables that would make too many environments are refused', () => {
  expect(refusalOf(() => made(draft({ clients: clients(80), variableSets: sets(80) })))).toBe('too_many_environments')
  const alone = draft({ variableSets: sets(80) })
  expect(refusalOf(() => made(...many(80, () => draft({ clients: clients(1) })), alone))).toBe('too_many_environments')
})

test('calls that would be in too many environments are refused', () => {
  const one = draft({ clients: clients(1), calls: calls(2000), variableSets: sets(60) })
  expect(refusalOf(() => made(one))).toBe('too_many_calls_in_all')
})

test('many clients beside many sets that change none of them end', () => {
  const unchanged = many(2000, (index) => client({ settings: { client_id: `c${index}` } }))
  const others = many(2000, (index) => set(`stage ${index}`, { other: `${index}` }))
  expect(made(draft({ clients: unchanged, variableSets: others })).environments).toHaveLength(4000)
})

test('sets with the same secrets end', () => {
  const secrets = many(20, (index) => variable(`password${index}`, `s3cret-of-all-${index}`))
  const variableSets = many(2000, (index) => ({ ...set(`stage ${index}`, {}), variables: secrets }))
  expect(made(draft({ variableSets })).environments).toHaveLength(2000)
})

test('variables of many clients that cannot be kept are noted once', () => {
  const variables = many(300, (index) => variable(`password${index}`, `s3cret-${index}-${'x'.repeat(900)}`))
  const unchanged = many(20, (index) =>
    client({ settings: { client_id: `c${index}` }, place: { file: 'a', line: index, pointer: null } }),
  )
  const { notes } = made(draft({ clients: unchanged, variables }))
  const names = notes.flatMap(({ fact }) => (fact.code === 'value_left_out' ? [fact.evidence.field] : []))
  expect(names.length).toBeGreaterThan(0)
  expect(new Set(names).size).toBe(names.length)
})
