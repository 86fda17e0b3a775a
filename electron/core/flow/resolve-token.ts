import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { HeldToken } from '../../contract/token.ts'
import type { TokenReference } from '../../contract/verification.ts'
import { decodeToken, withoutBearer } from '../token/decode/decode.ts'
import type { WithSession } from '../core-context.ts'

/** A token that a call is about. `held` is what is known of it when an environment held it. */
export interface ReferredToken {
  accessToken: string
  decoded: DecodedToken
  held: HeldToken | null
}

/** Null when there is no such token any more. */
export function resolveToken(
  { session }: WithSession<'tokens' | 'previousTokens'>,
  reference: TokenReference,
): ReferredToken | null {
  if (reference.kind === 'pasted') {
    const accessToken = withoutBearer(reference.token)
    return { accessToken, decoded: decodeToken(accessToken), held: null }
  }
  const tokens = reference.kind === 'held' ? session.tokens : session.previousTokens
  const token = tokens.get(reference.environmentId)
  return token === undefined ? null : { ...token, decoded: token.held.decoded }
}
