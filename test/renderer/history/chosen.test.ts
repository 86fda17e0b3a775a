import { expect, test } from 'vitest'
import {
  chooseAll,
  chosenExchanges,
  countChosen,
  isChosen,
  mostChosen,
  noneChosen,
  toggled,
} from '../../../renderer/features/history/chosen/chosen.ts'

const many = Array.from({ length: mostChosen + 5 }, (_item, number) => `exchange-${number}`)

test('one is selected and left again', () => {
  const one = toggled(noneChosen, 'a')
  expect(isChosen(one, 'a')).toBe(true)
  expect(toggled(one, 'a')).toEqual(noneChosen)
  expect(chosenExchanges(noneChosen, 'search')).toBeNull()
})

test('no more are selected than can be named, and all that were found are named by the search', () => {
  const most = chooseAll(many)
  expect(countChosen(most, 100_000)).toBe(mostChosen)
  expect(countChosen(toggled(most, 'another'), 100_000)).toBe(mostChosen)
  expect(countChosen({ kind: 'all' }, 100_000)).toBe(100_000)
  expect(chosenExchanges({ kind: 'all' }, 'search')).toEqual({ kind: 'search', searchId: 'search' })
})

test('of all that were found, a click selects one', () =>
  expect(toggled({ kind: 'all' }, 'a')).toEqual({ kind: 'some', ids: new Set(['a']) }))
