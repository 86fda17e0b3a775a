import type { IncomingMessage } from 'node:http'
import type { PresentedToken, TokenError, TokenScheme } from '../authorization.ts'
import { clientCertificate, thumbprintOf } from '../client-certificate.ts'
import type { Confirmation } from '../confirmation.ts'
import type { ProofChecker } from './dpop-proof.ts'

/** Why a caller does not prove to hold what its token is bound to, and in which scheme to say so. */
export interface NotProven {
  scheme: TokenScheme
  error: TokenError
}

/** `origin` is that of the server that took the request. Null when everything is proven. @see RFC 9449 §7, RFC 8705 §3 */
export async function provePossession(
  request: IncomingMessage,
  origin: string,
  { scheme, token }: PresentedToken,
  confirmation: Confirmation,
  proofs: ProofChecker,
): Promise<NotProven | null> {
  const { jkt, 'x5t#S256': x5t } = confirmation
  if (jkt === null && scheme === 'DPoP') {
    return refused('DPoP', 'The access token is not bound to a DPoP key. Send it as Bearer.')
  }
  if (jkt !== null && scheme === 'Bearer') {
    return refused('DPoP', 'The access token is bound to a DPoP key. Send it as DPoP, with a proof.')
  }
  const certificate = clientCertificate(request)
  if (x5t !== null && certificate === undefined) {
    const how = origin.startsWith('https:') ? 'the request came without one' : 'the request came over plain HTTP'
    return refused(scheme, `The access token is bound to a client certificate, and ${how}.`)
  }
  if (x5t !== null && certificate !== undefined && thumbprintOf(certificate) !== x5t) {
    return refused(scheme, 'The access token is bound to another client certificate than the one presented.')
  }
  if (jkt === null) return null
  const error = await proofs.check({
    proof: request.headers['dpop']?.toString(),
    method: request.method ?? '',
    url: origin + (request.url?.split('?', 1)[0] ?? ''),
    accessToken: token,
    jkt,
  })
  return error === null ? null : { scheme: 'DPoP', error }
}

function refused(scheme: TokenScheme, error_description: string): NotProven {
  return { scheme, error: { error: 'invalid_token', error_description } }
}
