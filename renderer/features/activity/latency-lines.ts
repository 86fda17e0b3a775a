/** The drawing is so many units wide and high; it is stretched to its place. */
export const side = 1000

interface Point {
  x: number
  y: number
}

/** A line through values, as paths of SVG. */
export interface Line {
  /** Between neighbours. */
  drawn: string
  /** Values without a neighbour. */
  dots: string
  /** Over steps without a value. */
  bridges: string
}

interface Step {
  startsAt: number
  endsAt: number
}

/** The horizontal place of a time, from 0 to 1. */
export function placeOf(at: number, { from, to }: { from: number; to: number }): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)))
}

/** The line of one value of each step, at the middle of the step. Null breaks it. */
export function lineOf<Of extends Step>(
  steps: readonly Of[],
  valueOf: (step: Of) => number | null,
  span: { from: number; to: number },
  top: number,
): Line {
  const runs: Point[][] = []
  let run: Point[] = []
  for (const step of steps) {
    const value = valueOf(step)
    if (value === null) {
      if (run.length > 0) runs.push(run)
      run = []
      continue
    }
    const x = placeOf((step.startsAt + step.endsAt) / 2, span) * side
    run.push({ x, y: side - (Math.min(value, top) / top) * side })
  }
  if (run.length > 0) runs.push(run)
  return {
    drawn: runs.map(pathOf).join(''),
    dots: runs.map(dotOf).join(''),
    bridges: runs.map((each, index) => bridge(runs[index - 1], each)).join(''),
  }
}

function pathOf(points: readonly Point[]): string {
  const [first, ...others] = points
  return first === undefined || others.length === 0
    ? ''
    : `M${at(first)}${others.map((point) => `L${at(point)}`).join('')}`
}

/** A line without length is a dot, by its round ends. */
function dotOf([only, ...others]: readonly Point[]): string {
  return only === undefined || others.length > 0 ? '' : `M${at(only)}h0`
}

function bridge(before: readonly Point[] | undefined, after: readonly Point[]): string {
  const [last, first] = [before?.at(-1), after[0]]
  return last === undefined || first === undefined ? '' : `M${at(last)}L${at(first)}`
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`
const round = (value: number): number => Math.round(value * 10) / 10
