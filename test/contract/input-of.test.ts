import { expect, test } from 'vitest'
import { callNames } from '../../electron/contract/call-names.ts'
import { calls } from '../../electron/contract/calls.ts'
import { callsOfStart, inputOf } from '../../electron/contract/input-of.ts'

test.each(callsOfStart)('%s takes nothing, as its schema says', async (name) => {
  const schema = await inputOf(name)
  for (const input of [undefined, null, {}, '', 0]) {
    expect(schema.safeParse(input).success).toBe(calls[name].input.safeParse(input).success)
  }
})

test('every other call is parsed by its own schema', async () => {
  const ofStart = new Set<string>(callsOfStart)
  for (const name of callNames.filter((each) => !ofStart.has(each))) expect(await inputOf(name)).toBe(calls[name].input)
})
