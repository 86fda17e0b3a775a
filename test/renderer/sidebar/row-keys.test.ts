import { expect, test } from 'vitest'
import { keyAct } from '../../../renderer/features/sidebar/row-keys.ts'

const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
const act = (key: string, held: Partial<typeof none> = {}) => keyAct({ ...none, ...held, key })

test('a key with another modifier does nothing', () => {
  expect(act('Delete', { shiftKey: true })).toBeNull()
  expect(act('F10')).toBeNull()
  expect(act('F2', { altKey: true })).toBeNull()
  expect(act('d')).toBeNull()
})

test('the keys of a list of things do what they do elsewhere', () => {
  expect(act('F2')).toBe('rename')
  expect(act('Delete')).toBe('remove')
  expect(act('d', { ctrlKey: true })).toBe('duplicate')
  expect(act('D', { metaKey: true })).toBe('duplicate')
  expect(act('F10', { shiftKey: true })).toBe('menu')
  expect(act('ContextMenu')).toBe('menu')
})
