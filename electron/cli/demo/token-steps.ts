import { memberOf, numberOf, stringOf } from '../../common/json-source.ts'
import { checkSentence } from '../../wording/checks/sentences.ts'
import type { Member } from '../../contract/json-object.ts'
import { notAsExpected } from './outcome.ts'
import type { Row, Step } from './tour.ts'

/** RFC 6749 §4.4 */
export const requestToken: Step = {
  title: 'Request a token',
  purpose: 'The client authenticates itself at the token endpoint and asks for an access token.',
  run: async ({ api, context, environment }) => {
    const outcome = await api.requestToken({ environmentId: environment.id }, context)
    if (outcome.kind !== 'issued') return notAsExpected(outcome)
    const { token } = outcome
    return {
      asExpected: true,
      meaning: 'The authorization server knows the client and issued a token.',
      rows: [
        { name: 'client', value: `${environment.client_id}, by ${environment.token_endpoint_auth_method}` },
        { name: 'scopes asked', value: token.scopeAsked },
        { name: 'scopes granted', value: token.scopeGranted ?? `${token.scopeAsked} (not said, so as asked)` },
        { name: 'token', value: `${token.masked} (${token.token_type})` },
        { name: 'lifetime', value: lifetime(token.expires_in, token.lifetime.expiresAt) },
      ],
      exchangeId: outcome.exchangeId,
      findings: outcome.findings,
    }
  },
}

function lifetime(expires_in: string | null, expiresAt: number | null): string {
  if (expires_in === null) return 'not said'
  return `${expires_in} s${expiresAt === null ? '' : `, until ${utc(expiresAt)}`}`
}

/** RFC 7519, RFC 9068 */
export const readClaims: Step = {
  title: 'Read its claims',
  purpose: 'The token is a JWT: what it says can be read by anyone who holds it, without asking a server.',
  run: async ({ api, context, environment }) => {
    const held = (await api.listTokens(undefined, context)).find(
      ({ environmentId }) => environmentId === environment.id,
    )
    const decoded = held?.decoded
    const isJws = decoded?.kind === 'jws'
    return {
      asExpected: isJws,
      meaning: isJws
        ? 'Reading is not trusting: the signature comes next.'
        : `The token is ${decoded?.kind ?? 'not held'}.`,
      rows: isJws ? [...decoded.header.members, ...decoded.claims.members].map(claim) : [],
      exchangeId: null,
      findings: [],
    }
  },
}

function claim({ name, source }: Member): Row {
  const seconds = ['exp', 'iat', 'nbf'].includes(name) ? numberOf(source) : null
  const value = stringOf(source) ?? source
  return { name, value: seconds === null ? value : `${value}  ${utc(seconds * 1000)}` }
}

/** RFC 9068 §4 */
export const verifyToken: Step = {
  title: 'Verify it',
  purpose: 'Signature and claims are checked with the public keys of the authorization server.',
  run: async ({ api, context, environment }) => {
    const { id: environmentId } = environment
    const token = { kind: 'held', environmentId } as const
    const outcome = await api.verifyToken({ token, environmentId, keys: { kind: 'jwks', fresh: false } }, context)
    const verification = outcome.kind === 'verified' ? outcome.verification : null
    const genuine = verification?.verdict === 'genuine'
    const checks = verification?.checks ?? []
    return {
      asExpected: genuine && checks.every(({ result }) => result === 'passed'),
      meaning: genuine ? 'The token is genuine.' : 'The token could not be shown to be genuine.',
      rows: checks.map((check) => ({
        name: check.name,
        value: checkSentence(check),
        mark: check.result === 'not_possible' ? 'noted' : check.result,
      })),
      exchangeId: verification?.exchangeId ?? null,
      findings: [],
    }
  },
}

/** RFC 7662 */
export const introspectActive: Step = {
  title: 'Introspect it',
  purpose: 'The authorization server is asked what it knows of the token.',
  run: async ({ api, context, environment }) => {
    const style = environment.introspection
    const outcome = await api.introspectToken({ environmentId: environment.id, style }, context)
    if (outcome.kind !== 'active') return notAsExpected(outcome)
    return {
      asExpected: true,
      meaning: 'The authorization server says that the token is active.',
      rows: outcome.response.members.map(claim),
      exchangeId: outcome.exchangeId,
      findings: outcome.findings,
    }
  },
}

/** RFC 7009 */
export const revokeToken: Step = {
  title: 'Revoke it',
  purpose: 'The client says that it needs the token no longer.',
  run: async ({ api, context, environment }) => {
    const outcome = await api.revokeToken({ environmentId: environment.id }, context)
    if (outcome.kind !== 'accepted') return notAsExpected(outcome)
    return {
      asExpected: true,
      meaning: 'The revocation was accepted. That is not proof yet: servers answer the same for unknown tokens.',
      rows: [],
      exchangeId: outcome.exchangeId,
      findings: outcome.findings,
    }
  },
}

/** RFC 7662 §2.2 */
export const introspectInactive: Step = {
  title: 'Introspect it again',
  purpose: 'Now the proof: the same question as before.',
  run: async ({ api, context, environment }) => {
    const style = environment.introspection
    const outcome = await api.introspectToken({ environmentId: environment.id, style }, context)
    if (outcome.kind !== 'inactive') return notAsExpected(outcome)
    const active = memberOf(outcome.response, 'active')
    return {
      asExpected: true,
      meaning: 'The authorization server says that the token is no longer active.',
      rows: active === undefined ? [] : [claim(active)],
      exchangeId: outcome.exchangeId,
      findings: outcome.findings,
    }
  },
}

function utc(milliseconds: number): string {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? 'not a time' : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
