import { expect, test } from 'vitest'
import { FactColumns } from '../../../electron/core/history/fact-columns.ts'

const fact = (started: number) => ({
  started,
  status: 200,
  environmentId: '',
  purpose: 'token',
  host: 'a',
  findings: '',
  isPinned: false,
  isOfWatch: false,
  bytes: 1,
})

function timesIn(facts: FactColumns): number[] {
  return Array.from(facts.order, (place) => facts.columns.started[place] ?? 0)
}

test.each([
  ['as they come', [1, 2, 3, 4]],
  ['the other way round', [4, 3, 2, 1]],
  ['by a clock that goes back', [5, 6, 2, 3, 7, 1]],
  ['of one moment', [1, 1, 1]],
  ['none', []],
])('places are by time: %s', (_what, times) => {
  const facts = new FactColumns()
  for (const [number, time] of times.entries()) {
    facts.set(number + 1, fact(time))
    expect(timesIn(facts)).toEqual(times.slice(0, number + 1).toSorted((one, other) => one - other))
  }
})

test('places are by time whenever they are looked at', () => {
  const facts = new FactColumns()
  const times: number[] = []
  const looks: [number[], number[]][] = []
  let seed = 7
  for (let number = 1; number <= 5000; number += 1) {
    seed = (seed * 48_271) % 2_147_483_647
    times.push(seed % 1000)
    facts.set(number, fact(seed % 1000))
    if (seed % 97 === 0) looks.push([timesIn(facts), times.toSorted((one, other) => one - other)])
  }
  expect(looks.length).toBeGreaterThan(10)
  for (const [seen, expected] of looks) expect(seen).toEqual(expected)
  expect(new Set(facts.order).size).toBe(5000)
})

test('what is put again or removed is counted once', () => {
  const facts = new FactColumns()
  for (const number of [1, 2, 3]) facts.set(number, fact(number))
  facts.set(2, fact(9))
  facts.remove(3)
  facts.remove(3)
  facts.remove(7)
  expect([facts.count, timesIn(facts)]).toEqual([2, [1, 3, 9]])
  facts.set(3, fact(3))
  expect(facts.count).toBe(3)
})
