/** A figure measured on both sides of one comparison. */
export interface Pair<Figure> {
  floor: Figure
  ours: Figure
}

/** Measures both sides `count` times, taking turns at going first. */
export async function interleaved<Figure>(
  count: number,
  floor: () => Promise<Figure>,
  ours: () => Promise<Figure>,
): Promise<Pair<Figure>[]> {
  const pairs: Pair<Figure>[] = []
  for (let turn = 0; turn < count; turn += 1) {
    if (turn % 2 === 0) {
      const first = await floor()
      pairs.push({ floor: first, ours: await ours() })
    } else {
      const first = await ours()
      pairs.push({ floor: await floor(), ours: first })
    }
  }
  return pairs
}

/** The middle one; of an even number, the upper of the two in the middle. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
}
