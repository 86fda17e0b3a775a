import { memberOf, readableClaims, readableHeader } from '../../common/json-source.ts'
import type { Comparison, ComparisonSide, Incomparable } from '../../contract/comparison.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { WithSession, WithWorkspace } from '../core-context.ts'
import { type EnvironmentDeps, findEnvironment } from '../environment/current-environment.ts'
import { resolveToken } from './resolve-token.ts'
import { answering, askedObject } from '../token/compare/compare-asked.ts'
import { compareObjects } from '../token/compare/compare.ts'

type Parts = Extract<Comparison, { kind: 'compared' }>['parts']

/** A side as far as it can be read. */
type Read = { kind: 'asked'; object: JsonObject } | ReadToken
interface ReadToken {
  kind: 'token'
  /** Why it has nothing to compare where its claims cannot be read; null for a kind that always has them. */
  form: Incomparable | null
  header: JsonObject | null
  claims: JsonObject | null
  /** The token response of one that an environment holds or held. */
  response: JsonObject | null
}

type CompareDeps = EnvironmentDeps & WithWorkspace<'environments'> & WithSession<'tokens' | 'previousTokens'>

/** Compares two tokens, or a token with what an environment asks for. */
export function compareTokens(deps: CompareDeps, sides: Record<'left' | 'right', ComparisonSide>): Comparison {
  const [left, right] = [readSide(deps, sides.left), readSide(deps, sides.right)]
  if (left === null) return { kind: 'not_comparable', side: 'left', reason: 'missing' }
  if (right === null) return { kind: 'not_comparable', side: 'right', reason: 'missing' }
  const parts = partsOf(left, right)
  return parts.length > 0 ? { kind: 'compared', parts } : notComparable(left, right)
}

function readSide(deps: CompareDeps, side: ComparisonSide): Read | null {
  if (side.kind === 'asked') {
    const environment = findEnvironment(deps, side.environmentId)
    if (environment === null) return null
    const { scope, audience, resource, client_id, issuer } = environment.value
    const audiences = [audience, ...resource].filter((one) => one !== '')
    const object = askedObject({ scope, audiences, client_id, issuer })
    return object.members.length === 0 ? null : { kind: 'asked', object }
  }
  const token = resolveToken(deps, side)
  if (token === null) return null
  const { decoded, held } = token
  const [header, claims] = [readableHeader(decoded), readableClaims(decoded)]
  return {
    kind: 'token',
    form: decoded.kind === 'jws' || decoded.kind === 'sd_jwt' ? null : decoded.kind,
    header,
    claims,
    response: held === null ? null : withoutTokens(held.response),
  }
}

/** Tokens are masked there: two masks that are alike say nothing of what is behind them. */
function withoutTokens({ source, members }: JsonObject): JsonObject {
  return { source, members: members.filter(({ name }) => !/^(?:access|refresh|id)_token$/.test(name)) }
}

function partsOf(left: Read, right: Read): Parts {
  if (left.kind === 'token') {
    if (right.kind === 'token') return partsOfTokens(left, right)
    const answer = answerTo(right.object, left)
    return answer === null ? [] : part(answer.name, answer.said, answer.asked)
  }
  if (right.kind === 'asked') return part('claims', left.object, right.object)
  const answer = answerTo(left.object, right)
  return answer === null ? [] : part(answer.name, answer.asked, answer.said)
}

interface Answer {
  name: 'claims' | 'response'
  asked: JsonObject
  said: JsonObject
}

/** What a token says to what was asked for: by its claims, else by the scope of its response. @see RFC 6749 §5.1 */
function answerTo(asked: JsonObject, { claims, response }: ReadToken): Answer | null {
  if (claims !== null) return { name: 'claims', asked, said: answering(claims, asked) }
  const [scope, granted] = [asked, response].map((object) => object && onlyScope(object))
  return scope && granted ? { name: 'response', asked: scope, said: granted } : null
}

function onlyScope(object: JsonObject): JsonObject | null {
  const scope = memberOf(object, 'scope')
  return scope === undefined ? null : { source: `{"scope":${scope.source}}`, members: [scope] }
}

function partsOfTokens(left: ReadToken, right: ReadToken): Parts {
  const header = part('header', left.header, right.header)
  const claims = part('claims', left.claims, right.claims)
  if (claims.length > 0) return [...header, ...claims]
  const response = part('response', left.response, right.response)
  // Of one that can be read and one that cannot, headers alone say nothing.
  return left.claims === null && right.claims === null ? [...header, ...response] : response
}

function part(name: Parts[number]['name'], left: JsonObject | null, right: JsonObject | null): Parts {
  return left === null || right === null ? [] : [{ name, rows: compareObjects(left, right) }]
}

/** The side that cannot be read is to blame, the left one first. */
function notComparable(left: Read, right: Read): Comparison {
  const side = left.kind === 'token' && left.claims === null ? 'left' : 'right'
  const read = side === 'left' ? left : right
  return { kind: 'not_comparable', side, reason: (read.kind === 'token' ? read.form : null) ?? 'missing' }
}
