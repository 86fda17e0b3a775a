/** Pixels from the top of a row to its arrow, as in the middle of its 56. */
export const arrowY = 27

export interface Ends {
  /** Where the line begins. */
  from: number
  /** Where the tip of the head is. */
  to: number
}

/** The ends of an arrow between two lanes: a little off the line that it leaves, its tip at the one that it comes to. */
export function endsOf(from: number, to: number): Ends {
  const direction = Math.sign(to - from)
  return { from: from + 4 * direction, to: to - direction }
}

/** A head of 9 by 8 pixels, with its tip at `x`. */
export function headPath(x: number, y: number, direction: number): string {
  const back = x - 9 * direction
  return `M${x} ${y}L${back} ${y - 4}V${y + 4}Z`
}

/** What a lane does alone: out to the right and back. */
export const loopPath = (x: number): string => `M${x} 18h24q7 0 7 7v6q0 7-7 7h-15`

export const loopHead = (x: number): string => headPath(x + 1, 38, -1)
