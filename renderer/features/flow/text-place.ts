import type { Row } from '../../../electron/picture/picture.ts'
import type { LanePlaces } from './lane-places.ts'

/** Pixels that are kept for the number at the left, and for the result at the right. */
const gutter = 44
const results = 112
/** Pixels from a lane to the text of what it does alone. */
const besideLoop = 50

/** Where the text of a row is: centred on its arrow as wide as there is room for, or beside its loop. */
export function textPlace(
  { from, to }: Pick<Row, 'from' | 'to'>,
  { x, width }: LanePlaces,
): { left: number; width: number } {
  if (from === to) {
    const left = x(from) + besideLoop
    return { left, width: width - results - left }
  }
  const center = (x(from) + x(to)) / 2
  const half = Math.min(center - gutter, width - results - center)
  return { left: center - half, width: 2 * half }
}
