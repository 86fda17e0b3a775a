/**
 * The end of the name of a test, or of a group, that is skipped where it misses something: the reason, which `npm test`
 * lists at its end with the name. Says so at once too, since the runner alone shows no name of what it skips.
 */
export function because(missing: string | null): string {
  if (missing === null) return ''
  console.warn(`Tests in this file are skipped: ${missing}`)
  return ` [skipped: ${missing}]`
}
