import type { Finding } from '../../../contract/finding.ts'
import type { InactiveFacts } from './facts.ts'
import { finding } from '../../finding.ts'

/** Only the server that issued an opaque token can look it up. @see RFC 7662 §4 */
export function opaqueElsewhere({ claims, isJwt, ...endpoints }: InactiveFacts): Finding | null {
  const [issuing, asked] = [originOf(endpoints.token_endpoint), originOf(endpoints.introspection_endpoint)]
  if (isJwt || claims !== null || issuing === null || asked === null || issuing === asked) return null
  return finding('inactive_opaque_elsewhere', { issuing, asked })
}

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : null)
