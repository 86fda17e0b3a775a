import { expect, test } from 'vitest'
import { closedLists } from './closed-lists.ts'

test.for(Object.keys(closedLists))('every code of %s has a sentence without an empty place', (name) => {
  const written = (closedLists[name]?.() ?? []).map(({ text }) => text)
  expect(written.length).toBeGreaterThan(0)
  const odd = /undefined|null|\[object|NaN|\s[,;.:]|[,:] ?[,.]|“\s*”|""| {2}|\bis [,.]|\.\.$|^$/
  expect([...new Set(written.filter((text) => odd.test(text)))]).toEqual([])
})
