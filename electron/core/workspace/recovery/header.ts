import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

/** The least that a database has; SQLite itself takes a shorter file for a new one. */
const least = 512

/**
 * What the first bytes and the length of a file say against it, without SQLite, which forgives more than is good here.
 * @see https://www.sqlite.org/fileformat.html §1.3
 */
export function damageOfFile(file: string): 'empty' | 'no_database' | 'malformed' | null {
  const header = Buffer.alloc(least)
  const descriptor = openSync(file, 'r')
  try {
    const { size } = fstatSync(descriptor)
    if (size === 0) return 'empty'
    const read = readSync(descriptor, header)
    if (read < least || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'no_database'
    // A log that is still there may hold the page that was being written.
    return size % pageSizeIn(header) === 0 || existsSync(`${file}-wal`) ? null : 'malformed'
  } finally {
    closeSync(descriptor)
  }
}

/** The length of the pages of a database, in bytes. */
export function pageSizeOf(file: string): number {
  const header = Buffer.alloc(least)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, header)
    return pageSizeIn(header)
  } finally {
    closeSync(descriptor)
  }
}

function pageSizeIn(header: Buffer): number {
  const stored = header.readUInt16BE(16)
  return stored === 1 ? 65_536 : stored
}
