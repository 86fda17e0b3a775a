import type { DecodedToken } from '../../../contract/decoded-token.ts'
import type { Finding } from '../../../contract/finding.ts'
import { hostOf } from '../../../common/host-of.ts'
import { clockDiffers } from './clock-differs.ts'
import { lifetimeLong } from './lifetime-long.ts'
import { type PresentedChain, serverCertificateEnds } from './server-certificate-ends.ts'
import { tokenAlgorithmWeak } from './token-algorithm-weak.ts'
import { tokenWithoutAudience } from './token-without-audience.ts'

/** An exchange that went well, as far as it is looked at. */
export interface Succeeded {
  url: string
  tls: PresentedChain
  clockOffset: number | null
  /** In milliseconds since 1970. */
  now: number
}

/** What will make a server that answered well fail. */
export function examineServer({ url, tls, clockOffset, now }: Succeeded): Finding[] {
  return [...serverCertificateEnds(tls, hostOf(url), now), ...clockDiffers(clockOffset)]
}

/** What is worth knowing of an issued token; `lifetime` is in seconds. */
export function examineToken({ decoded, lifetime }: { decoded: DecodedToken; lifetime: number | null }): Finding[] {
  return [...tokenAlgorithmWeak(decoded), ...lifetimeLong(lifetime), ...tokenWithoutAudience(decoded)]
}
