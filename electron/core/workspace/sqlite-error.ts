/** Primary result codes of SQLite that are the file's fault, or the disk's. @see https://www.sqlite.org/rescode.html */
export const sqlite = {
  error: 1,
  permission: 3,
  busy: 5,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  noDatabase: 26,
} as const

/** The primary result code behind an error of `node:sqlite`; null when it is none. */
export function sqliteCodeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  // An extended code keeps its primary one in the lowest byte.
  return error.errcode % 256
}
