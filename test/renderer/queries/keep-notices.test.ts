import { expect, test } from 'vitest'
import type { Notice } from '../../../electron/contract/events.ts'
import { keepNotices } from '../../../renderer/queries/keep-notices.ts'

const kinds = ['environments_changed', 'sandbox_changed', 'tokens_changed'] as const

test('what main says before anybody listens is heard by the first listener, once and in its order', () => {
  const listeners = new Set<(notice: Notice) => void>()
  const say = (kind: (typeof kinds)[number]) => {
    for (const listener of listeners) listener({ kind })
  }
  const listen = keepNotices((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  })
  say('environments_changed')
  say('sandbox_changed')

  const first: string[] = []
  const end = listen(({ kind }) => first.push(kind))
  say('tokens_changed')
  expect(first).toEqual(kinds)

  end()
  const second: string[] = []
  listen(({ kind }) => second.push(kind))
  say('sandbox_changed')
  expect(second).toEqual(['sandbox_changed'])
  expect(first).toEqual(kinds)
})
