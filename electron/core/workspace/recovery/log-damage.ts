import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { endianness } from 'node:os'
import {
  type Frame,
  frameHeaderLength,
  isSame,
  type LogHeader,
  logHeaderLength,
  readFrame,
  readLogHeader,
  type Sum,
} from './log-frames.ts'
import { pageSizeOf } from './header.ts'

/** What a damaged log has lost; null says that nobody can know. */
interface LogDamage {
  transactions: number | null
}

/**
 * What SQLite will leave out in silence when it replays the log that a run which was cut off has left: it stops at the first
 * frame that does not add up. Two things tell damage from the end of what was written. Frames behind that one fit each other
 * up to the end of a transaction: such a one was complete. And the index beside the log says how many frames were complete.
 * An unfinished transaction has neither, and frames of an earlier round of the log have other salts.
 */
export function damageOfLog(workspace: string): LogDamage | null {
  const log = `${workspace}-wal`
  const index = readIndex(`${workspace}-shm`)
  const isPending = index !== null && index.complete > index.copied
  if (!existsSync(log)) return isPending ? { transactions: null } : null
  const descriptor = openSync(log, 'r')
  try {
    const bytes = Buffer.alloc(logHeaderLength)
    if (readSync(descriptor, bytes, 0, logHeaderLength, 0) < logHeaderLength) {
      return isPending ? { transactions: null } : null
    }
    const header = readLogHeader(bytes)
    const walked = walk(descriptor, header, pageSizeOf(workspace))
    if (walked.lost > 0) return { transactions: walked.lost }
    if (!header.isIntact) return { transactions: null }
    const isShort = index !== null && index.salts.equals(header.salts) && walked.complete < index.complete
    return isShort ? { transactions: null } : null
  } finally {
    closeSync(descriptor)
  }
}

interface Walked {
  /** Frames up to the last transaction that SQLite will replay. */
  complete: number
  /** Transactions behind the first damaged part. */
  lost: number
}

function walk(descriptor: number, header: LogHeader, pageSize: number): Walked {
  const length = frameHeaderLength + pageSize
  let { salts } = header
  let complete = 0
  let lost = 0
  let isReplayed = header.isIntact
  /** What the next frame may go on from. */
  let before: readonly Sum[] = header.isIntact ? [header.sums[0]] : header.sums
  for (let number = 1; ; number += 1) {
    const bytes = Buffer.alloc(length)
    const offset = logHeaderLength + (number - 1) * length
    if (readSync(descriptor, bytes, 0, length, offset) < length) return { complete, lost }
    const frame = readFrame(bytes, header.isBigEndian)
    // The first frame is always of the newest round.
    if (!header.isIntact && number === 1) salts = Buffer.from(frame.salts)
    const fits = salts.equals(frame.salts) && before.some((sum) => isSame(frame.sumAfter(sum), frame.stored))
    if (!fits) isReplayed = false
    if (fits && frame.isCommit && isReplayed) complete = number
    if (fits && frame.isCommit && !isReplayed) lost += 1
    before = fits ? [frame.stored] : after(frame, before)
  }
}

/** A frame that does not fit may be damaged in its sum, or in what it is the sum of. */
const after = (frame: Frame, before: readonly Sum[]): Sum[] => [frame.stored, ...before.slice(0, 1).map(frame.sumAfter)]

interface LogIndex {
  /** Of the round of the log that it is about. */
  salts: Buffer
  /** Frames that belong to complete transactions, and how many of them are in the database already. */
  complete: number
  copied: number
}

/** What the last run has left of the index beside the log; null when it says nothing. @see https://www.sqlite.org/walformat.html §2.1 */
function readIndex(file: string): LogIndex | null {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  if (bytes.length < 100) return null
  const first = bytes.subarray(0, 48)
  // Two copies that differ were being written.
  if (!first.equals(bytes.subarray(48, 96)) || first.readUInt8(12) !== 1) return null
  const number = (offset: number): number =>
    endianness() === 'LE' ? bytes.readUInt32LE(offset) : bytes.readUInt32BE(offset)
  return { salts: first.subarray(32, 40), complete: number(16), copied: number(96) }
}
