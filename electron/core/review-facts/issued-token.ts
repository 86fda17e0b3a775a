import { memberOf, stringOf } from '../../common/json-source.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Conclusion } from '../../contract/history.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { WithWorkspace } from '../core-context.ts'
import { tokenOfCase } from '../flow/facts/token-of-case.ts'
import { readJsonObject } from '../json/json.ts'
import type { IssuedToken, RecordedFacts } from '../review/case.ts'
import { recordedFacts } from './recorded-facts.ts'
import { isRequestedAsSet } from './requested-as-set.ts'

/** Token requests that are looked through, newest first. */
const most = 200

/** The newest token that was issued with these settings; null where none is recorded. */
export function issuedToken(
  { workspace }: WithWorkspace<'exchanges'>,
  environmentId: string,
  value: EnvironmentInput,
): IssuedToken | null {
  const { exchanges } = workspace
  for (const { id, purpose, status, isOfProbe } of exchanges.list(environmentId, most)) {
    if (isOfProbe === true || purpose !== 'token' || status === null || status >= 300) continue
    const [exchange, conclusion] = [exchanges.get(id), exchanges.conclusionOf(id)]
    if (exchange === null || conclusion?.outcome !== 'issued') continue
    const facts = recordedFacts(exchange)
    if (isRequestedAsSet(facts, value)) return issuedBy(facts, conclusion)
  }
  return null
}

/** Null where no token was recorded with it. */
export function issuedBy(
  { exchangeId, at, answer, request }: RecordedFacts,
  { token }: Conclusion,
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
  }
}

const opaque: DecodedToken = { kind: 'opaque', form: 'reference', maker: '', length: 0 }

/** A signed token of what was recorded of it; without readable claims it says nothing. */
const decodedOf = (header: JsonObject | null, claims: JsonObject | null): DecodedToken =>
  header === null || claims === null ? opaque : { kind: 'jws', header, claims, signatureBytes: 0 }

function objectIn(text: string | null): JsonObject | null {
  const read = text === null ? null : readJsonObject(text)
  return read?.kind === 'object' ? read.object : null
}
