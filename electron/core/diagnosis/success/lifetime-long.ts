import type { Finding } from '../../../contract/finding.ts'
import { finding } from '../../finding.ts'

/** In seconds. */
const anHour = 3600

/** Whoever gets hold of a Bearer token can use it until it expires. @see RFC 9700 §2.2.1 */
export function lifetimeLong(lifetime: number | null): Finding[] {
  return lifetime !== null && lifetime > anHour ? [finding('lifetime_long', { expires_in: String(lifetime) })] : []
}
