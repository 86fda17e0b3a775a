import type { Finding } from '../../../contract/finding.ts'
import { finding } from '../../finding.ts'

/** In milliseconds. */
const tolerance = 60_000

/** Clocks that differ, by the server's Date. `clockOffset` is by how much the server's is ahead, in milliseconds. */
export function clockDiffers(clockOffset: number | null): Finding[] {
  if (clockOffset === null || Math.abs(clockOffset) <= tolerance) return []
  const seconds = String(Math.round(Math.abs(clockOffset) / 1000))
  return [finding('clock_differs', { seconds, server: clockOffset > 0 ? 'ahead' : 'behind' })]
}
