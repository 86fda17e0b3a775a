import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { singleFlight } from '../../../electron/core/flow/single-flight.ts'

/** Work that ends when it is asked to, or when it is aborted. */
function controlled() {
  let finish: (value: string) => void = () => {}
  let aborted = false
  let done = 0
  const flight = singleFlight(
    (signal) =>
      new Promise<string>((resolve) => {
        finish = resolve
        signal.addEventListener('abort', () => {
          aborted = true
          resolve('cancelled')
        })
      }),
    () => (done += 1),
  )
  return { flight, finish: (value: string) => finish(value), aborted: () => aborted, done: () => done }
}

test('one who gives up gets null at once, and the others still get the result', async () => {
  const { flight, finish, aborted } = controlled()
  const impatient = new AbortController()
  const first = flight.join(impatient.signal)
  const second = flight.join(new AbortController().signal)
  impatient.abort()
  expect(await first).toBeNull()
  expect(aborted()).toBe(false)
  finish('token')
  expect(await second).toBe('token')
})

test('when the last one gives up, the work is aborted, and its own result tells how it ended', async () => {
  const { flight, aborted, done } = controlled()
  const [one, other] = [new AbortController(), new AbortController()]
  const first = flight.join(one.signal)
  const second = flight.join(other.signal)
  one.abort()
  other.abort()
  expect(aborted()).toBe(true)
  expect(done()).toBe(1)
  expect(await first).toBeNull()
  expect(await second).toBe('cancelled')
})

test('one who had given up before joining is a wait that ended, not one that goes on', async () => {
  const { flight, aborted } = controlled()
  expect(await flight.join(AbortSignal.abort())).toBe('cancelled')
  expect(aborted()).toBe(true)
})

test('an error reaches everyone who waits, and the flight is over', async () => {
  let done = 0
  const flight = singleFlight(
    async () => {
      await turn()
      throw new Error('bug')
    },
    () => (done += 1),
  )
  const both = [flight.join(new AbortController().signal), flight.join(new AbortController().signal)]
  for (const waiting of both) await expect(waiting).rejects.toThrow('bug')
  expect(done).toBe(1)
})
