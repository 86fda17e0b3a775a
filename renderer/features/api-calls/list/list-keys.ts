interface Key {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** What a key does with a row of the list. `out` leads to the head of its folder or closes it, `in` opens it or leads into it. */
export type RowAct = 'menu' | 'rename' | 'duplicate' | 'remove' | 'up' | 'down' | 'out' | 'in'

const plain: ReadonlyMap<string, RowAct> = new Map([
  ['F2', 'rename'],
  ['Delete', 'remove'],
  ['ArrowLeft', 'out'],
  ['ArrowRight', 'in'],
  ['ContextMenu', 'menu'],
])
const moves: ReadonlyMap<string, RowAct> = new Map([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
])

/** Null for any other key. */
export function rowAct({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): RowAct | null {
  const isCommand = ctrlKey || metaKey
  if (altKey) return isCommand || shiftKey ? null : (moves.get(key) ?? null)
  if (isCommand) return key.toLowerCase() === 'd' && !shiftKey ? 'duplicate' : null
  if (shiftKey) return key === 'F10' ? 'menu' : null
  return plain.get(key) ?? null
}
