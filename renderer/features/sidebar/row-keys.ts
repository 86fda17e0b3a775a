import type { EnvironmentActs } from '../../queries/environment-acts.ts'

interface Key {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** What a key does with the environment that has the focus in the list; null for any other key. */
export function keyAct({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): keyof EnvironmentActs | 'menu' | null {
  if (altKey) return null
  const isCommand = ctrlKey || metaKey
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return 'menu'
  if (isCommand) return key.toLowerCase() === 'd' && !shiftKey ? 'duplicate' : null
  if (shiftKey) return null
  if (key === 'F2') return 'rename'
  return key === 'Delete' ? 'remove' : null
}
