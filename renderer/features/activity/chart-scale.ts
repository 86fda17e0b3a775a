/** Lines above zero. */
const lines = 4

/** The value of the top line: four equal, round intervals that hold all values. 4 at least, so that each line is a whole number. */
export function topOf(greatest: number): number {
  const interval = Math.max(1, greatest / lines)
  const power = 10 ** Math.floor(Math.log10(interval))
  const round = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= interval && Number.isInteger(factor * power))
  return (round ?? 10) * power * lines
}

/** Values of the lines, from zero up. */
export const linesUpTo = (top: number): number[] =>
  Array.from({ length: lines + 1 }, (_, index) => (top * index) / lines)
