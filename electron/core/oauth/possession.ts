import type { Finding } from '../../contract/finding.ts'
import type { Binding } from '../../contract/token.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { Transcript } from '../http/transcript.ts'
import { judgeConfirmation } from './confirmation.ts'
import { finding } from '../finding.ts'

/** What an issued token says about the key or certificate that the request proved to hold. @see RFC 9449 §5, RFC 8705 §3 */
export function judgePossession(
  issued: { token_type: string; decoded: DecodedToken },
  binding: Binding | null,
  { tls }: Pick<Transcript, 'tls'>,
): Finding[] {
  const isDpop = issued.token_type.toLowerCase() === 'dpop'
  if (binding?.kind === 'dpop' && !isDpop) {
    return [finding('dpop_downgraded', { token_type: issued.token_type })]
  }
  if (binding?.kind !== 'dpop' && isDpop) return [finding('dpop_unasked')]
  if (binding?.kind === 'certificate' && tls !== null && tls.clientCertificate === null) {
    return [finding('client_certificate_not_asked_for')]
  }
  return issued.decoded.kind === 'jws' ? judgeConfirmation(issued.decoded.claims, binding) : []
}
