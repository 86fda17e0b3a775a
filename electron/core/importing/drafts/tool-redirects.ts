import type { ImportSource } from '../../../contract/sharing.ts'

/**
 * Tools that follow redirects where a file says nothing of it, so that a call that arrives there does not stop at a 302 here: all
 * with a window do, and so do the editors' HTTP clients and PowerShell. Commands say it themselves, a description or a recording
 * of single requests does not.
 */
const following: ReadonlySet<ImportSource['format']> = new Set([
  'postman_collection',
  'insomnia',
  'bruno',
  'hoppscotch',
  'yaak',
  'http_file',
  'powershell',
])

export const followsRedirects = (format: ImportSource['format']): boolean => following.has(format)
