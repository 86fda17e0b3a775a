import type { Api } from '../../contract/calls.ts'
import type { Environment } from '../../contract/environment.ts'
import { memberOf, numberOf } from '../../contract/json-source.ts'
import type { TokenOutcome } from '../../contract/outcome.ts'
import type { DecodedToken, HeldToken, JsonObject } from '../../contract/token.ts'
import { maskToken } from '../http/mask.ts'
import type { Transcript } from '../http/transcript.ts'
import { headerOf } from '../oauth/response-body.ts'
import { buildTokenRequest } from '../oauth/token-request.ts'
import { type IssuedToken, judgeTokenResponse } from '../oauth/token-response.ts'
import { decodeToken } from '../token/decode.ts'
import { type CallContext, type Desk, findEnvironment } from './desk.ts'
import { credentialProblems, credentialsOf, endpointProblems, environmentGone } from './problems.ts'
import { sendRecorded } from './send.ts'

type TokenCalls = Pick<Api<CallContext>, 'requestToken' | 'listTokens' | 'revealToken' | 'copyToken' | 'decodeToken'>

export function tokenCalls(desk: Desk): TokenCalls {
  const { ports, session } = desk
  return {
    requestToken: async ({ environmentId }, context) => {
      const environment = findEnvironment(desk, environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      return obtainToken(desk, environment, context)
    },
    listTokens: async () => [...session.tokens.values()].map(({ held }) => held),
    revealToken: async ({ environmentId }) => session.tokens.get(environmentId)?.accessToken ?? null,
    copyToken: async ({ environmentId }) => {
      const token = session.tokens.get(environmentId)
      if (token !== undefined) ports.copySecret(token.accessToken)
      return token !== undefined
    },
    decodeToken: async ({ text }) => decodeToken(text),
  }
}

/** Requests a token and holds it in memory as the environment's current one. */
export async function obtainToken(desk: Desk, environment: Environment, context: CallContext): Promise<TokenOutcome> {
  const problems = [...endpointProblems(desk, environment, 'token_endpoint'), ...credentialProblems(desk, environment)]
  if (problems.length > 0) return { kind: 'not_sent', problems }

  const request = await buildTokenRequest(environment, credentialsOf(desk, environment))
  const about = { environment, purpose: 'token', authenticated: true } as const
  const { transcript, exchange } = await sendRecorded(desk, request, context, about)
  const judged = judgeTokenResponse(transcript, environment.scope)
  if (judged.kind !== 'issued') return { ...judged, exchangeId: exchange.id }

  const held = describe(judged, environment, exchange.id, receivedAt(transcript))
  const clockOffset = clockOffsetOf(transcript)
  desk.session.tokens.set(environment.id, { accessToken: judged.access_token, held, clockOffset })
  desk.ports.notify({ kind: 'tokens_changed' })
  return { kind: 'issued', token: held, findings: judged.findings, exchangeId: exchange.id }
}

function describe(issued: IssuedToken, environment: Environment, exchangeId: string, issuedAt: number): HeldToken {
  const decoded = decodeToken(issued.access_token)
  return {
    environmentId: environment.id,
    masked: maskToken(issued.access_token),
    token_type: issued.token_type,
    expires_in: issued.expires_in,
    scopeAsked: environment.scope,
    scopeGranted: issued.scopeGranted,
    lifetime: { issuedAt, expiresAt: expiryOf(issued, decoded, issuedAt) },
    revokedAt: null,
    response: withMaskedTokens(issued.response),
    decoded,
    exchangeId,
  }
}

/** From `expires_in`, else from the claim `exp`; null when neither says. */
function expiryOf({ lifetime }: IssuedToken, decoded: DecodedToken, issuedAt: number): number | null {
  if (lifetime !== null) return issuedAt + lifetime * 1000
  const exp = decoded.kind === 'jws' ? numberOf(memberOf(decoded.claims, 'exp')?.source) : null
  return exp === null ? null : exp * 1000
}

const tokenMembers = new Set(['access_token', 'refresh_token', 'id_token'])

/** The token response for the window: no usable token in it. The source text is left to the exchange. */
function withMaskedTokens({ members }: JsonObject): JsonObject {
  const masked = members.map((member) =>
    tokenMembers.has(member.name)
      ? { ...member, source: JSON.stringify(maskToken(String(JSON.parse(member.source)))) }
      : member,
  )
  const lines = masked.map(({ name, source }) => `  ${JSON.stringify(name)}: ${source}`)
  return { source: `{\n${lines.join(',\n')}\n}`, members: masked }
}

function receivedAt({ startedAt, timings }: Transcript): number {
  return startedAt + timings.total
}

/** Difference of the clocks by the `Date` header, which counts whole seconds: less than 2 s is no difference. */
function clockOffsetOf(transcript: Transcript): number {
  const date = Date.parse((transcript.response && headerOf(transcript.response, 'date')) ?? '')
  const offset = date - receivedAt(transcript)
  return Number.isNaN(offset) || Math.abs(offset) < 2000 ? 0 : offset
}
