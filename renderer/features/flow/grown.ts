/** Milliseconds in which an arrow reaches the place where its phase begins. */
const catchUp = 120
/** Milliseconds after which half of a phase's part is drawn. */
const half = 200

/**
 * How much of an arrow is drawn, from 0 to 1, so many milliseconds after its phase began. `from` is how much was drawn then.
 * It comes nearer to the limit, the slower the longer the phase lasts, and never gets there.
 */
export function grown({ share, limit }: { share: number; limit: number }, from: number, elapsed: number): number {
  const begun = Math.min(from, share) + Math.max(0, share - from) * Math.min(1, elapsed / catchUp)
  return Math.max(from, begun + (limit - share) * (elapsed / (elapsed + half)))
}
