import type { ScopedToken } from '../../common/scopes-of-call.ts'
import type { TokenUse } from '../../contract/outcome.ts'
import type { PreparedApiCall } from '../client/prepared-client.ts'
import type { TokenOfCase } from '../diagnosis/facts/token-of-case.ts'
import type { DpopKey } from '../oauth/dpop.ts'
import type { HeldFacts } from '../oauth/token-facts.ts'
import { decodeToken } from '../token/decode/decode.ts'
import { pastedToken } from './asked-token.ts'
import { tokenOfCase } from './facts/token-of-case.ts'
import type { WithToken } from './obtain-token.ts'
import { factsOf, tokenOfCaseHeld } from './token-facts.ts'

/** What one call carries as its token, how it travels, and what is known of that token; times are milliseconds since 1970. */
export interface Carrier {
  client: PreparedApiCall
  use: TokenUse
  /** Null when it goes without a token. */
  carried: CarriedToken | null
  /** The exchange that issued the token, where it was requested for this call. */
  causedBy: string | null
}

interface CarriedToken {
  accessToken: string
  /** The key whose proof goes along; null for a Bearer token. */
  key: DpopKey | null
  /** `clockOffset` is by how much the clock of the API is ahead, for a token that was not issued here. */
  factsAt: (now: number, clockOffset: number) => HeldFacts
  inCase: (now: number) => TokenOfCase
  scoped: ScopedToken
}

/** A token of the environment. One that is Bearer has no proof, also when a server gave it to a request with one. */
export function carrierOf({ token, client, use }: WithToken): Carrier {
  const { held, accessToken } = token
  const key = held.token_type.toLowerCase() === 'dpop' ? client.dpop : null
  const factsAt = (now: number) => factsOf(token, now)
  const inCase = (now: number) => tokenOfCaseHeld(token, now)
  const carried = { accessToken, key, factsAt, inCase, scoped: held }
  return { client, use, carried, causedBy: use === 'new' ? held.exchangeId : null }
}

/** A token that was pasted: it is sent as Bearer, and known by what it says itself. */
export function pastedCarrier(client: PreparedApiCall, accessToken: string): Carrier {
  const { factsAt } = pastedToken(accessToken)
  const decoded = decodeToken(accessToken)
  const inCase = () => tokenOfCase(decoded, { type: 'bearer' })
  const scoped = { scopeAsked: '', scopeGranted: null, decoded }
  return { client, use: 'pasted', carried: { accessToken, key: null, factsAt, inCase, scoped }, causedBy: null }
}

export const withoutToken = (client: PreparedApiCall): Carrier => ({
  client,
  use: 'none',
  carried: null,
  causedBy: null,
})
