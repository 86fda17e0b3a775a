import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Metadata } from '../../contract/outcome.ts'
import type { WithSession } from '../core-context.ts'
import { wayOf } from '../secrets/destinations.ts'

type Network = Pick<EnvironmentInput, 'network'>

/** For tokens that are verified later: what the newest metadata of an issuer says counts, where it came by the same way. */
export function rememberAccessTokenIssuer(
  { session }: WithSession<'accessTokenIssuers'>,
  by: Network,
  { issuer, access_token_issuer }: Metadata,
): void {
  const name = nameOf(by, issuer)
  if (access_token_issuer === null) session.accessTokenIssuers.delete(name)
  else session.accessTokenIssuers.set(name, access_token_issuer)
}

export function accessTokenIssuerOf(
  { session }: WithSession<'accessTokenIssuers'>,
  value: Network & { issuer: string },
): string | null {
  return session.accessTokenIssuers.get(nameOf(value, value.issuer)) ?? null
}

/** Another proxy or another authority may answer something else: an environment believes only what came by its own way. */
const nameOf = ({ network }: Network, issuer: string) => JSON.stringify([issuer, wayOf(network)])
