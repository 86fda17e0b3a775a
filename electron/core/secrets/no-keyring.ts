import type { Keyring } from '../ports.ts'

/** For hosts that have none: nothing can be stored, and what was stored stays locked. */
export const noKeyring: Keyring = {
  backend: async () => null,
  wrap: async () => {
    throw new Error('There is no keyring here.')
  },
  unwrap: async () => {
    throw new Error('There is no keyring here.')
  },
}
