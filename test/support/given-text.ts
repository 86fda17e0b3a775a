import type { ImportGiven } from '../../electron/contract/sharing.ts'

/** One text to import, as if it were dropped as a file of this name. */
export const givenText = (text: string, name: string): ImportGiven => ({
  kind: 'texts',
  name,
  files: [{ path: name, text }],
})
