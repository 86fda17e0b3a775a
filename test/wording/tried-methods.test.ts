import { expect, test } from 'vitest'
import { triedText } from '../../electron/wording/diagnosis/tried-methods.ts'

test('an error code that a server gave to an attempt hides and reorders nothing, and is not shown without end', () => {
  const refused = (error: string) => triedText({ kind: 'refused', status: 401, error, exchangeId: 'x' })
  expect(refused('invalid\u202E_client')).toBe(String.raw`Refused with 401 invalid\u{202e}_client`)
  expect(refused('a'.repeat(100_000)).length).toBeLessThan(700)
})
