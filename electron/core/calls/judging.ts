import type { JSONWebKeySet } from 'jose'
import type { Api } from '../../contract/calls.ts'
import type { Environment } from '../../contract/environment.ts'
import { scopesOfClaims } from '../token/scope.ts'
import { buildIntrospectionRequest, judgeIntrospectionResponse } from '../oauth/introspection.ts'
import { readAnswer } from '../oauth/answer.ts'
import { buildMetadataRequest } from '../oauth/metadata.ts'
import { buildRevocationRequest, judgeRevocationResponse } from '../oauth/revocation.ts'
import type { TokenFacts } from '../oauth/token-facts.ts'
import type { SessionToken } from '../session.ts'
import { type Keys, verifyToken } from '../token/verify.ts'
import { type CallContext, type Desk, findEnvironment } from './desk.ts'
import { credentialProblems, credentialsOf, endpointProblems, environmentGone, noToken } from './problems.ts'
import { sendRecorded } from './send.ts'

type JudgingCalls = Pick<Api<CallContext>, 'verifyToken' | 'introspectToken' | 'revokeToken'>

/** Calls about the token that an environment holds. */
export function judgingCalls(desk: Desk): JudgingCalls {
  const { ports, session } = desk
  return {
    verifyToken: async ({ environmentId }, context) => {
      const environment = findEnvironment(desk, environmentId)
      const token = session.tokens.get(environmentId)
      if (environment === null || token === undefined) return null
      const { keys, exchangeId } = await fetchKeys(desk, environment, token, context)
      const expected = {
        issuer: environment.issuer,
        audiences: [environment.audience, ...environment.resource].filter((audience) => audience !== ''),
        client_id: environment.client_id,
        scopeAsked: token.held.scopeAsked,
        serverNow: ports.now() + token.clockOffset,
      }
      return { ...(await verifyToken(token.accessToken, token.held.decoded, keys, expected)), exchangeId }
    },

    introspectToken: async ({ environmentId, style }, context) => {
      const environment = findEnvironment(desk, environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      const token = session.tokens.get(environmentId)
      const problems = [
        ...(token === undefined ? [noToken] : []),
        ...endpointProblems(desk, environment, 'introspection_endpoint'),
        ...(style.authentication === 'client' ? credentialProblems(desk, environment) : []),
      ]
      if (problems.length > 0 || token === undefined) return { kind: 'not_sent', problems }
      const { introspection_endpoint: endpoint, issuer } = environment
      const credentials = credentialsOf(desk, environment)
      const request = await buildIntrospectionRequest(endpoint, issuer, token.accessToken, style, credentials)
      const authenticated = style.authentication === 'client'
      const about = { environment, purpose: 'introspection', authenticated } as const
      const { transcript, exchange } = await sendRecorded(desk, request, context, about)
      return { ...judgeIntrospectionResponse(transcript, factsOf(desk, token)), exchangeId: exchange.id }
    },

    revokeToken: async ({ environmentId }, context) => {
      const environment = findEnvironment(desk, environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      const token = session.tokens.get(environmentId)
      const problems = [
        ...(token === undefined ? [noToken] : []),
        ...endpointProblems(desk, environment, 'revocation_endpoint'),
        ...credentialProblems(desk, environment),
      ]
      if (problems.length > 0 || token === undefined) return { kind: 'not_sent', problems }
      const { revocation_endpoint: endpoint, issuer } = environment
      const credentials = credentialsOf(desk, environment)
      const request = await buildRevocationRequest(endpoint, issuer, token.accessToken, credentials)
      const about = { environment, purpose: 'revocation', authenticated: true } as const
      const { transcript, exchange } = await sendRecorded(desk, request, context, about)
      const outcome = judgeRevocationResponse(transcript)
      if (outcome.kind === 'accepted' && session.tokens.get(environmentId) === token) {
        session.tokens.set(environmentId, { ...token, held: { ...token.held, revokedAt: ports.now() } })
        ports.notify({ kind: 'tokens_changed' })
      }
      return { ...outcome, exchangeId: exchange.id }
    },
  }
}

/** What is known of the held token, for judges. */
export function factsOf({ ports }: Desk, { held, clockOffset }: SessionToken): TokenFacts {
  const claimed = held.decoded.kind === 'jws' ? scopesOfClaims(held.decoded.claims)?.join(' ') : undefined
  return {
    now: ports.now() + clockOffset,
    expiresAt: held.lifetime.expiresAt,
    revokedAt: held.revokedAt,
    isJwt: held.decoded.kind === 'jws',
    scope: claimed ?? held.scopeGranted ?? held.scopeAsked,
  }
}

async function fetchKeys(
  desk: Desk,
  environment: Environment,
  { held }: SessionToken,
  context: CallContext,
): Promise<{ keys: Keys; exchangeId: string | null }> {
  const none = (reason: Extract<Keys, { kind: 'none' }>['reason'], exchangeId: string | null = null) => ({
    keys: { kind: 'none', reason } as const,
    exchangeId,
  })
  if (environment.jwks_uri === '' || held.decoded.kind !== 'jws') return none('jwks_uri_missing')
  const about = { environment, purpose: 'jwks' } as const
  const { transcript, exchange } = await sendRecorded(desk, buildMetadataRequest(environment.jwks_uri), context, about)
  const answer = readAnswer(transcript)
  if (answer.kind === 'nonconformant') return none('keys_redirected', exchange.id)
  if (answer.kind === 'unreachable') return none('keys_unreachable', exchange.id)
  const keys = answer.status === 200 && answer.object !== null ? keySetOf(answer.object.source) : null
  return keys === null ? none('keys_invalid', exchange.id) : { keys: { kind: 'keys', keys }, exchangeId: exchange.id }
}

/** @see RFC 7517 §5 */
function keySetOf(source: string): JSONWebKeySet | null {
  const parsed: unknown = JSON.parse(source)
  const isSet = (value: unknown): value is JSONWebKeySet =>
    typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys)
  return isSet(parsed) ? parsed : null
}
