import type { Certificate } from '../../../contract/exchange.ts'
import type { Finding } from '../../../contract/finding.ts'
import { utc } from '../../../common/utc.ts'
import { finding } from '../../finding.ts'

/** In milliseconds. */
const day = 86_400_000
const soon = 14 * day

/** The chain that a server presented, its own certificate first; null without TLS. */
export type PresentedChain = { chain: readonly Pick<Certificate, 'validTo'>[] } | null

/** The certificate of the server ends within two weeks. `now` is in milliseconds since 1970. */
export function serverCertificateEnds(tls: PresentedChain, host: string, now: number): Finding[] {
  const end = tls?.chain[0]?.validTo
  if (end === undefined || end <= now || end - now >= soon) return []
  return [finding('server_certificate_ends', { host, days: String(Math.floor((end - now) / day)), at: utc(end) })]
}
