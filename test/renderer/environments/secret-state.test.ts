import { describe, expect, test } from 'vitest'
import { daysTooOld, stateText } from '../../../renderer/features/environments/secrets/secret-state.ts'

const now = Date.UTC(2026, 10, 24)
const day = 86_400_000
const stored = (setAt: number | null) => ({ kind: 'stored', setAt, replacing: false }) as const

describe('where a secret is', () => {
  test('says since when it is stored, in days from the second on', () => {
    expect(stateText(stored(now - 12 * day - 5000), now)).toBe('Stored, set 12 days ago')
    expect(stateText(stored(now - 3_600_000), now)).toBe('Stored, set 1 h ago')
    expect(stateText(stored(now - 10), now)).toBe('Stored, set just now')
    expect(stateText(stored(now + 10_000), now)).toBe('Stored, set just now')
    expect(stateText(stored(null), now)).toBe('Stored')
  })

  test('says when there is none, and when it is of the session', () => {
    expect(stateText({ kind: 'none', setAt: null, replacing: false }, now)).toBe('Not set')
    expect(stateText({ kind: 'session', setAt: null, replacing: false }, now)).toBe('Set for this session')
  })
})

describe('an old secret', () => {
  test('is one that is older than the days that were set', () => {
    expect(daysTooOld(stored(now - 90 * day), 90, now)).toBeNull()
    expect(daysTooOld(stored(now - 91 * day), 90, now)).toBe(91)
  })

  test('is never pointed out with 0 days, nor when it is not stored', () => {
    expect(daysTooOld(stored(now - 4000 * day), 0, now)).toBeNull()
    expect(daysTooOld({ kind: 'session', setAt: now - 4000 * day, replacing: false }, 90, now)).toBeNull()
  })
})
