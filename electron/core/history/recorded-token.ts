import type { Exchange } from '../../contract/exchange.ts'
import type { RecordedToken } from '../../contract/history.ts'
import type { WithWorkspace } from '../core-context.ts'

export interface KnownToken {
  token: RecordedToken
  /** The exchange that issued it; null where that is not recorded. */
  issuedBy: { id: string; startedAt: number } | null
}

/** The token that an exchange issued or carried, with what was recorded when it was issued; null where it had none. */
export function recordedToken(
  { workspace: { exchanges } }: WithWorkspace<'exchanges'>,
  { id }: Pick<Exchange, 'id'>,
): KnownToken | null {
  const token = exchanges.conclusionOf(id)?.token ?? null
  if (token === null) return null
  const issuerId = exchanges.issuerOf(token.fingerprint)
  const issuer = issuerId === null ? null : exchanges.get(issuerId)
  if (issuer === null) return { token, issuedBy: null }
  const known = token.claims === null ? (exchanges.conclusionOf(issuer.id)?.token ?? token) : token
  return { token: known, issuedBy: { id: issuer.id, startedAt: issuer.startedAt } }
}
