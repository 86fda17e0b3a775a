import type { EnvironmentActs } from '../../queries/environment-acts.ts'

interface Key {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** What a key of a row does: an act, its menu, one place up or down, to the head of its folder. */
export type RowAct = keyof EnvironmentActs | 'menu' | 'up' | 'down' | 'folder'

const moves: Readonly<Record<string, 'up' | 'down'>> = { ArrowUp: 'up', ArrowDown: 'down' }

/** What a key does with the environment that has the focus in the list; null for any other key. */
export function keyAct({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): RowAct | null {
  const isCommand = ctrlKey || metaKey
  if (altKey) return isCommand || shiftKey ? null : (moves[key] ?? null)
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return 'menu'
  if (isCommand) return key.toLowerCase() === 'd' && !shiftKey ? 'duplicate' : null
  if (shiftKey) return null
  if (key === 'F2') return 'rename'
  if (key === 'ArrowLeft') return 'folder'
  return key === 'Delete' ? 'remove' : null
}
