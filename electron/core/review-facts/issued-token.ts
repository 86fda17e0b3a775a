import { memberOf, stringOf } from '../../common/json-source.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { Conclusion } from '../../contract/history.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { WithWorkspace } from '../core-context.ts'
import { tokenOfCase } from '../flow/facts/token-of-case.ts'
import { readJsonObject } from '../json/json.ts'
import type { IssuedToken, RecordedFacts } from '../review/case.ts'
import { recordedFacts } from './recorded-facts.ts'
import { isRequestedAsSet } from './requested-as-set.ts'

/** The newest token that was issued with these settings, by what was recorded of it; null where none is. */
export function issuedToken(
  { workspace }: WithWorkspace<'exchanges'>,
  issuing: readonly Exchange[],
  value: EnvironmentInput,
): IssuedToken | null {
  for (const exchange of issuing) {
    const conclusion = workspace.exchanges.conclusionOf(exchange.id)
    const facts = conclusion?.outcome === 'issued' ? recordedFacts(exchange) : null
    const issued =
      conclusion !== null && facts !== null && isRequestedAsSet(facts, value)
        ? issuedBy(facts, conclusion, exchange)
        : null
    if (issued !== null) return issued
  }
  return null
}

/** Null where no token was recorded with it. */
function issuedBy(
  { exchangeId, at, answer, request }: RecordedFacts,
  { token }: Conclusion,
  exchange: Exchange,
): IssuedToken | null {
  if (token === null) return null
  const object = answer?.object ?? null
  const source = (name: string): string | null => (object === null ? null : (memberOf(object, name)?.source ?? null))
  const scope = stringOf(source('scope') ?? undefined)
  const requested = request.parameters.get('scope')?.join(' ') ?? ''
  const type = stringOf(source('token_type') ?? undefined)?.toLowerCase() ?? ''
  const taken = new Set(['access_token', 'expires_in', 'scope'])
  return {
    exchangeId,
    at,
    clockOffset: exchange.clockOffset ?? 0,
    recorded: token,
    facts: tokenOfCase(decodedOf(objectIn(token.header), objectIn(token.claims)), {
      type,
      scope: token.scopeGranted ?? scope ?? requested,
    }),
    expires_in: source('expires_in'),
    scope,
    members: (object?.members ?? [])
      .filter(({ name, source: text }) => !taken.has(name) && text !== 'null' && text !== '""')
      .map(({ name }) => name),
    cacheControl: cacheControlOf(exchange),
  }
}

/** One field may come in several lines. @see RFC 9110 §5.3 */
function cacheControlOf({ response }: Exchange): string | null {
  const values = (response?.headers ?? []).filter(([name]) => name.toLowerCase() === 'cache-control')
  return values.length === 0 ? null : values.map(([, value]) => value).join(', ')
}

const opaque: DecodedToken = { kind: 'opaque', form: 'reference', maker: '', length: 0 }

/** A signed token of what was recorded of it; without readable claims it says nothing. */
const decodedOf = (header: JsonObject | null, claims: JsonObject | null): DecodedToken =>
  header === null || claims === null ? opaque : { kind: 'jws', header, claims, signatureBytes: 0 }

function objectIn(text: string | null): JsonObject | null {
  const read = text === null ? null : readJsonObject(text)
  return read?.kind === 'object' ? read.object : null
}
