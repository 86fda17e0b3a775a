import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keyring } from '../../electron/core/ports.ts'

export interface MemoryKeyring extends Keyring {
  /** What it does from now on; null is locked or missing, which look alike. */
  named: string | null
  /** Takes another key, as a keyring does that was made again. */
  replaceKey: () => Buffer
  useKey: (key: Buffer) => void
}

/** A keyring as Linux has it: encrypted without authentication, so that another key may give garbage without an error. */
export function memoryKeyring(): MemoryKeyring {
  let key: Buffer = randomBytes(16)
  const initial = Buffer.alloc(16, ' ')
  const keyring: MemoryKeyring = {
    named: 'gnome_libsecret',
    replaceKey: () => {
      const before = key
      key = randomBytes(16)
      return before
    },
    useKey: (other) => {
      key = other
    },
    backend: async () => keyring.named,
    wrap: async (text) => {
      if (keyring.named === null) throw new Error('The keyring does not answer.')
      const cipher = createCipheriv('aes-128-cbc', key, initial)
      return Buffer.concat([Buffer.from('v11'), cipher.update(text, 'utf8'), cipher.final()])
    },
    unwrap: async (wrapped) => {
      if (keyring.named === null) throw new Error('The keyring does not answer.')
      const decipher = createDecipheriv('aes-128-cbc', key, initial)
      return Buffer.concat([decipher.update(wrapped.subarray(3)), decipher.final()]).toString('utf8')
    },
  }
  return keyring
}
