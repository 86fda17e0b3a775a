import type { LineDifference } from '../../contract/answer-comparison.ts'

/** Pairs of lines that are compared at most to find the longest common part; past it, line is compared with line by number. */
const mostPairs = 1_000_000
const longest = 2000

/** Where two texts differ, line by line, in order. */
export function lineDifferences(left: string, right: string): LineDifference[] {
  const one = left.split(/\r?\n/)
  const other = right.split(/\r?\n/)
  let start = 0
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start++
  let end = 0
  const room = Math.min(one.length, other.length) - start
  while (end < room && one.at(-1 - end) === other.at(-1 - end)) end++
  const middle = [one.slice(start, one.length - end), other.slice(start, other.length - end)] as const
  const isMany = middle[0].length * middle[1].length > mostPairs
  return (isMany ? byNumber(...middle) : byCommonLines(...middle)).map(
    ({ leftLine, rightLine, left: leftText, right: rightText }) => ({
      leftLine: leftLine === null ? null : leftLine + start + 1,
      rightLine: rightLine === null ? null : rightLine + start + 1,
      left: leftText,
      right: rightText,
    }),
  )
}

function byNumber(one: readonly string[], other: readonly string[]): LineDifference[] {
  const count = Math.max(one.length, other.length)
  return Array.from({ length: count }, (_, at) => row(one, at, other, at)).filter(({ left, right }) => left !== right)
}

/** By the longest common subsequence; what is replaced is in one row. */
function byCommonLines(one: readonly string[], other: readonly string[]): LineDifference[] {
  const width = other.length + 1
  const lengths = new Uint32Array((one.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const rows: LineDifference[] = []
  let [i, j] = [0, 0]
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) [i, j] = [i + 1, j + 1]
    else {
      const [fromLeft, fromRight] = [i, j]
      while ((i < one.length || j < other.length) && !(i < one.length && j < other.length && one[i] === other[j])) {
        if (j >= other.length || (i < one.length && at(i + 1, j) >= at(i, j + 1))) i++
        else j++
      }
      const count = Math.max(i - fromLeft, j - fromRight)
      for (let step = 0; step < count; step++) {
        const [left, right] = [fromLeft + step, fromRight + step]
        rows.push(row(one, left < i ? left : null, other, right < j ? right : null))
      }
    }
  }
  return rows
}

function row(one: readonly string[], i: number | null, other: readonly string[], j: number | null): LineDifference {
  const left = i === null ? undefined : one[i]
  const right = j === null ? undefined : other[j]
  return {
    leftLine: left === undefined ? null : i,
    rightLine: right === undefined ? null : j,
    left: left === undefined ? null : cut(left),
    right: right === undefined ? null : cut(right),
  }
}

const cut = (line: string): string => (line.length > longest ? `${line.slice(0, longest)}…` : line)
