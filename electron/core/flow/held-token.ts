import { memberOf, numberOf } from '../../common/json-source.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { HeldToken } from '../../contract/token.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { maskToken } from '../redaction/mask.ts'
import type { Mask } from '../redaction/mask.ts'
import type { IssuedToken } from '../oauth/token-response.ts'
import { decodeToken } from '../token/decode/decode.ts'
import { redactMember } from './redact-outcome.ts'
import { bindingOf, type PreparedClient } from '../client/prepared-client.ts'
import type { Performed } from './perform.ts'

/** An issued token as the window may know it. */
export function describeToken(
  issued: IssuedToken,
  client: PreparedClient,
  { transcript, exchange, mask }: Performed,
): HeldToken {
  const decoded = decodeToken(issued.access_token)
  const issuedAt = transcript.startedAt + transcript.timings.total
  return {
    environmentId: client.environment.id ?? '',
    masked: maskToken(issued.access_token),
    token_type: issued.token_type,
    expires_in: issued.expires_in,
    scopeAsked: client.environment.value.scope,
    scopeGranted: issued.scopeGranted,
    lifetime: { issuedAt, expiresAt: expiryOf(issued, decoded, issuedAt, exchange.clockOffset ?? 0) },
    clockOffset: exchange.clockOffset ?? 0,
    revokedAt: null,
    response: withoutSecrets(issued.response, mask),
    decoded,
    binding: bindingOf(client),
    stale: false,
    previousIssuedAt: null,
    exchangeId: exchange.id,
  }
}

/** From `expires_in`, else from the claim `exp`, which goes by the server's clock; null when neither says. */
function expiryOf(
  { lifetime }: IssuedToken,
  decoded: DecodedToken,
  issuedAt: number,
  clockOffset: number,
): number | null {
  if (lifetime !== null) return issuedAt + lifetime * 1000
  const exp = decoded.kind === 'jws' ? numberOf(memberOf(decoded.claims, 'exp')?.source) : null
  return exp === null ? null : exp * 1000 - clockOffset
}

/** The token response for the window: no usable token and no secret in it. The source text is left to the exchange. */
function withoutSecrets({ members }: JsonObject, mask: Mask): JsonObject {
  const masked = members.map((member) => redactMember(member, mask))
  const lines = masked.map(({ name, source }) => `  ${JSON.stringify(name)}: ${source}`)
  return { source: `{\n${lines.join(',\n')}\n}`, members: masked }
}
