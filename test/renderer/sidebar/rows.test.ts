import { expect, test } from 'vitest'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { placeBeside, placeNextTo } from '../../../renderer/ui/place.ts'
import { rowsOf } from '../../../renderer/features/sidebar/rows.ts'

const one = (id: string, folder = '', builtIn = false): EnvironmentSummary => ({
  id,
  name: id,
  stage: 'other',
  provider: 'standard',
  issuer: '',
  folder,
  builtIn,
})
const [sandbox, a, b, c, d] = [
  one('sandbox', '', true),
  one('a', 'Shop'),
  one('b'),
  one('c', 'Finance'),
  one('d', 'Shop'),
]
const environments = [sandbox, a, b, c, d]

const listed = (passes: (environment: EnvironmentSummary) => boolean, closed: string[] = []) =>
  rowsOf({ environments, passes, isOpen: (folder) => !closed.includes(folder) }).map((row) =>
    row.kind === 'folder' ? `${row.folder} ${row.shown}/${row.all}` : row.key,
  )

test('a folder in which nothing passes is not shown', () => {
  expect(listed(() => false)).toEqual([])
  expect(listed(({ id }) => id === 'd')).toEqual(['Shop 1/2', 'd'])
})

test('those without a folder come first, then the folders by name; a closed one is its head alone', () => {
  expect(listed(() => true, ['Shop'])).toEqual(['sandbox', 'b', 'Finance 1/1', 'c', 'Shop 2/2'])
})

test('nothing moves past the ends of its folder, and what is built in does not move', () => {
  expect(placeNextTo(environments, a, -1)).toBeNull()
  expect(placeNextTo(environments, d, 1)).toBeNull()
  expect(placeNextTo(environments, b, -1)).toBeNull()
  expect(placeNextTo(environments, sandbox, 1)).toBeNull()
})

test('a key moves one place within the folder', () => {
  expect(placeNextTo(environments, d, -1)).toEqual({ folder: 'Shop', before: 'a' })
  expect(placeNextTo(environments, a, 1)).toEqual({ folder: 'Shop', before: null })
})

test('one that is dropped on another goes into its folder, before or behind it', () => {
  expect(placeBeside(environments, 'a', a, 'below')).toBeNull()
  expect(placeBeside(environments, 'b', a, 'above')).toEqual({ folder: 'Shop', before: 'a' })
  expect(placeBeside(environments, 'b', a, 'below')).toEqual({ folder: 'Shop', before: 'd' })
  expect(placeBeside(environments, 'a', d, 'below')).toEqual({ folder: 'Shop', before: null })
  expect(placeBeside(environments, 'a', sandbox, 'above')).toEqual({ folder: '', before: 'b' })
})
