import type { Lane } from '../../../electron/picture/picture.ts'

/** Pixels, for a drawing of three lanes and of more. */
const edges = { three: { left: 112, right: 144 }, more: { left: 88, right: 104 } } as const
/** Least pixels between two lanes: less is not readable. */
const least = 136

export interface LanePlaces {
  width: number
  gap: number
  /** Where the line of a lane is, from the left. */
  x: (lane: Lane['id']) => number
}

/** Where the lanes are in a drawing of this width; null where they do not fit. */
export function lanePlaces(lanes: readonly Lane[], width: number): LanePlaces | null {
  const { left, right } = lanes.length > 3 ? edges.more : edges.three
  const gap = (width - left - right) / Math.max(1, lanes.length - 1)
  if (gap < least) return null
  return {
    width,
    gap,
    x: (id) =>
      Math.round(
        left +
          gap *
            Math.max(
              0,
              lanes.findIndex((lane) => lane.id === id),
            ),
      ),
  }
}
