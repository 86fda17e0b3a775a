/** The parts of a write-ahead log. @see https://www.sqlite.org/fileformat2.html#the_write_ahead_log §4.1, §4.2 */
export const logHeaderLength = 32
export const frameHeaderLength = 24

/** Two words that each part of the log adds up to, each part from those of the one before. */
export type Sum = readonly [number, number]

export interface LogHeader {
  isIntact: boolean
  isBigEndian: boolean
  salts: Buffer
  /** As it is stored, and as its bytes add up. */
  sums: readonly [Sum, Sum]
}

export interface Frame {
  salts: Buffer
  /** Ends a transaction. */
  isCommit: boolean
  stored: Sum
  /** What it adds up to after the part before. */
  sumAfter: (before: Sum) => Sum
}

const magic = 0x37_7f_06_82

export function readLogHeader(bytes: Buffer): LogHeader {
  const found = bytes.readUInt32BE(0)
  const isBigEndian = found === magic + 1
  const stored = sumAt(bytes, 24)
  const computed = addUp([0, 0], bytes.subarray(0, 24), isBigEndian)
  const isIntact = (found === magic || isBigEndian) && isSame(stored, computed)
  return { isIntact, isBigEndian, salts: bytes.subarray(16, 24), sums: [stored, computed] }
}

export function readFrame(bytes: Buffer, isBigEndian: boolean): Frame {
  return {
    salts: bytes.subarray(8, 16),
    isCommit: bytes.readUInt32BE(4) !== 0,
    stored: sumAt(bytes, 16),
    sumAfter: (before) =>
      addUp(addUp(before, bytes.subarray(0, 8), isBigEndian), bytes.subarray(frameHeaderLength), isBigEndian),
  }
}

export const isSame = (a: Sum, b: Sum): boolean => a[0] === b[0] && a[1] === b[1]

const sumAt = (bytes: Buffer, offset: number): Sum => [bytes.readUInt32BE(offset), bytes.readUInt32BE(offset + 4)]

function addUp([first, second]: Sum, bytes: Buffer, isBigEndian: boolean): Sum {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [a, b] = [first, second]
  for (let offset = 0; offset < bytes.byteLength; offset += 8) {
    a = (a + view.getUint32(offset, !isBigEndian) + b) >>> 0
    b = (b + view.getUint32(offset + 4, !isBigEndian) + a) >>> 0
  }
  return [a, b]
}
