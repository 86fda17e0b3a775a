import { spokenRow } from '../../../electron/picture/said/spoken.ts'
import type { Lane, Row } from '../../../electron/picture/picture.ts'

/** A step in words: number, direction, label, facts, state and how it ended. */
export function spokenStep(row: Row, lanes: readonly Lane[]): string {
  const { number, between, label, facts, state, change } = spokenRow(row, lanes)
  const parts = [`${number === null ? '' : `Step ${number}, `}${between}: ${label}`, facts, state, change]
  return parts.filter((part) => part !== '').join('. ')
}
