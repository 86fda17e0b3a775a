import { expect, test } from 'vitest'
import { createWrongCredentials } from '../../electron/sandbox/authorization-server/wrong-credentials.ts'

function counting() {
  let now = 1_000_000
  const countWrong = createWrongCredentials(() => now)
  const count = (client: string, times: number) => Array.from({ length: times }, () => countWrong(client))
  return { count, wait: (milliseconds: number) => (now += milliseconds) }
}

const ten = Array.from({ length: 10 }, () => null)

test('a client may send wrong credentials ten times in a minute, and hears how long to wait', () => {
  const { count, wait } = counting()
  expect(count('a', 11)).toEqual([...ten, 60])
  wait(20_500)
  expect(count('a', 1)).toEqual([40])
  wait(39_500)
  expect(count('a', 11)).toEqual([...ten, 60])
})

test('clients are counted each by itself', () => {
  const { count } = counting()
  expect(count('a', 11)).toEqual([...ten, 60])
  expect(count('b', 10)).toEqual(ten)
})

test('of very many names the oldest are forgotten, the newest are still counted', () => {
  const { count } = counting()
  count('first', 11)
  for (let index = 0; index < 5000; index += 1) count(`client ${index}`, 1)
  expect(count('first', 1)).toEqual([null])
  expect(count('client 4999', 10).at(-1)).toBe(60)
})
