import type { Api } from '../../contract/calls.ts'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { IntrospectionStyle } from '../../contract/environment.ts'
import type { Finding } from '../../contract/finding.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import type { ClientCredentials } from '../oauth/client-auth/client-authentication.ts'
import { judgeConfirmation } from '../oauth/confirmation.ts'
import type { IntrospectionOutcome } from '../../contract/outcome.ts'
import { endpointOf } from '../oauth/endpoints.ts'
import { finding } from '../finding.ts'
import { buildIntrospectionRequest, judgeIntrospectionResponse } from '../oauth/introspection.ts'
import type { Judged } from '../oauth/judged.ts'
import { buildRevocationRequest, judgeRevocationResponse } from '../oauth/revocation.ts'
import type { SignedIntrospection } from '../oauth/signed-introspection.ts'
import type { HeldFacts } from '../oauth/token-facts.ts'
import { ofClient } from '../secrets/destinations.ts'
import type { SessionToken } from '../flow/session.ts'
import { decodeToken } from '../token/decode/decode.ts'
import { readableClaims } from '../../common/readable.ts'
import { scopesOfClaims } from '../token/scope.ts'
import { verifyToken } from '../token/verify/verify.ts'
import {
  type CallContext,
  type CoreContext,
  findEnvironment,
  type CurrentEnvironment,
} from '../environment/current-environment.ts'
import { keysOfServer } from '../flow/verification-keys.ts'
import { judgeWithKeys } from '../flow/verify-with-refetch.ts'
import { redactOutcome } from '../flow/redact-outcome.ts'
import { bindingProblems, clientProblems, tokenProblems } from '../environment/binding-problems.ts'
import { endpointProblems, environmentGone, noToken, notPrepared, type Prepared } from '../environment/problems.ts'
import { credentialsOf, neededToAsk, withClient } from '../client/prepared-client.ts'
import { type Routed, connectionOptionsOf } from '../client/connection-options.ts'
import { sendRecorded } from '../flow/send.ts'

type JudgingCalls = Pick<Api<CallContext>, 'introspectToken' | 'revokeToken'>

/** Calls about the token that an environment holds. */
export function judgingCalls(core: CoreContext): JudgingCalls {
  const { ports, session } = core
  return {
    introspectToken: async ({ environmentId, style }, context) => {
      const ready = await readyToAsk(core, environmentId, 'introspection_endpoint', methodOf(style), context)
      if (!ready.ok) return { kind: 'not_sent', problems: ready.problems }
      const { token, endpoint, asker } = ready.value
      const { environment, connection, credentials } = asker
      const request = await buildIntrospectionRequest(endpoint, token.accessToken, style, credentials, ports)
      const about = { ...aboutOf(asker, token), purpose: 'introspection' } as const
      const { transcript, exchange, mask } = await sendRecorded(core, request, connection, context, about)
      const asked = {
        ...environment.value,
        responseFormat: style.responseFormat,
        caller: credentials === null ? null : environment.value.client_id,
        introspection_endpoint: endpoint,
        clockOffset: exchange.clockOffset ?? token.held.clockOffset,
      }
      const { outcome: read, signed } = judgeIntrospectionResponse(transcript, factsOf(core, token), asked)
      const signature = signed === null ? [] : [await judgeSignature(core, environment, signed, context)]
      const outcome = signature.some(({ code }) => code === 'introspection_signature_invalid')
        ? notBelieved(read)
        : read
      const confirmed = outcome.kind === 'active' ? judgeConfirmation(outcome.response, token.held.binding) : []
      const findings = [...outcome.findings, ...signature, ...confirmed]
      return {
        ...redactOutcome({ ...outcome, findings }, mask),
        exchangeId: exchange.id,
      }
    },

    revokeToken: async ({ environmentId }, context) => {
      const ready = await readyToAsk(core, environmentId, 'revocation_endpoint', 'own', context)
      if (!ready.ok) return { kind: 'not_sent', problems: ready.problems }
      const { token, endpoint, asker } = ready.value
      const { connection, credentials } = asker
      const request = await buildRevocationRequest(endpoint, token.accessToken, credentials, ports)
      const about = { ...aboutOf(asker, token), purpose: 'revocation' } as const
      const { transcript, exchange, mask } = await sendRecorded(core, request, connection, context, about)
      const outcome = judgeRevocationResponse(transcript)
      if (outcome.kind === 'accepted' && session.tokens.get(environmentId) === token) {
        session.tokens.set(environmentId, { ...token, held: { ...token.held, revokedAt: ports.now() } })
        ports.notify({ kind: 'tokens_changed' })
      }
      return { ...redactOutcome(outcome, mask), exchangeId: exchange.id }
    },
  }
}

/** What somebody else may have written says nothing about the token. @see RFC 9701 §5 */
function notBelieved(outcome: Judged<IntrospectionOutcome>): Judged<IntrospectionOutcome> {
  if (outcome.kind !== 'active' && outcome.kind !== 'inactive') return outcome
  return { kind: 'nonconformant', status: 200, findings: outcome.findings }
}

/** @see RFC 9701 §5: signed by the authorization server, with a key of its set */
async function judgeSignature(
  core: CoreContext,
  environment: CurrentEnvironment,
  { jwt }: SignedIntrospection,
  context: CallContext,
): Promise<Finding> {
  const decoded = decodeToken(jwt)
  const judged = await judgeWithKeys(core, keysOfServer(environment), context, async (keys) => {
    const { checks } = await verifyToken(jwt, decoded, keys, null, core.ports.now())
    const signature = checks.find(({ name }) => name === 'signature')
    return { judgement: signature, signature }
  })
  const check = judged.ok ? judged.value.judgement : undefined
  const { reason = 'keys_unreachable' } = check ?? {}
  const evidence = { ...check?.evidence, reason }
  switch (check?.result) {
    case 'passed':
      return finding('introspection_signature_valid', evidence)
    case 'failed':
      return finding('introspection_signature_invalid', evidence)
    case 'noted':
    case 'not_possible':
    case undefined:
      return finding('introspection_signature_unchecked', evidence, { severity: 'warning' })
  }
}

/** Who asks: the client by its own method or by one that is named, or nobody (`null`). */
type Method = AuthMethod | 'own' | null

interface Asker extends Routed {
  credentials: ClientCredentials | null
}

function methodOf({ authentication }: IntrospectionStyle): Method {
  switch (authentication) {
    case 'client':
      return 'own'
    case 'client_secret_basic':
    case 'client_secret_post':
      return authentication
    case 'bearer_token_itself':
    case 'none':
      return null
  }
}

const aboutOf = ({ environment, credentials }: Asker, { accessToken }: SessionToken) => ({
  environment,
  authentication: credentials?.method ?? null,
  accessToken,
})

async function readyToAsk(
  core: CoreContext,
  environmentId: string,
  name: 'introspection_endpoint' | 'revocation_endpoint',
  method: Method,
  { signal }: CallContext,
): Promise<Prepared<{ token: SessionToken; endpoint: string; asker: Asker }>> {
  const environment = findEnvironment(core, environmentId)
  if (environment === null) return notPrepared(environmentGone)
  const token = core.session.tokens.get(environmentId)
  const endpoint = endpointOf(environment.value, name)
  const missing = [...(token === undefined ? [noToken] : []), ...endpointProblems(core, environment.value, name)]
  const unbound = mayNotGo(core, environment, method, endpoint)
  if (unbound.length > 0) return { ok: false, problems: [...missing, ...unbound] }
  const asker = await askerOf(core, environment, method, signal)
  const problems = [...missing, ...(asker.ok ? isOriginAllowed(core, asker.value, endpoint) : asker.problems)]
  if (token === undefined || !asker.ok || problems.length > 0) return { ok: false, problems }
  return { ok: true, value: { token, endpoint, asker: asker.value } }
}

/** Everything that may not go to this endpoint yet, before any of it is read: where the credential may go, the token may. */
function mayNotGo(core: CoreContext, environment: CurrentEnvironment, method: Method, url: string): FieldProblem[] {
  const own = method === 'own' ? environment.value.token_endpoint_auth_method : method
  const client = own === null ? null : { method: own, url }
  const unbound = bindingProblems(core, environment, neededToAsk(environment.value, own), client)
  const isAsked = unbound.some(({ remedy }) => remedy?.kind === 'allow_origin' && ofClient.has(remedy.secret))
  return isAsked ? unbound : [...unbound, ...tokenProblems(core, environment, url)]
}

async function askerOf(
  core: CoreContext,
  environment: CurrentEnvironment,
  method: Method,
  signal: AbortSignal,
): Promise<Prepared<Asker>> {
  const routed = await connectionOptionsOf(core, environment, signal)
  if (method === null) return routed.ok ? { ok: true, value: { ...routed.value, credentials: null } } : routed
  const own = method === 'own' ? environment.value.token_endpoint_auth_method : method
  const credentials = await credentialsOf(core, environment, signal, own)
  if (!routed.ok || !credentials.ok) {
    return { ok: false, problems: [credentials, routed].flatMap((part) => (part.ok ? [] : part.problems)) }
  }
  return { ok: true, value: withClient(routed.value, credentials.value) }
}

const isOriginAllowed = (core: CoreContext, { environment, credentials }: Asker, url: string) =>
  credentials === null ? [] : clientProblems(core, environment, { method: credentials.method, url })

/** What is known of the held token, for judges. */
export function factsOf({ ports }: CoreContext, { held }: SessionToken): HeldFacts {
  const { clockOffset } = held
  const byServer = (time: number | null) => (time === null ? null : time + clockOffset)
  const claims = readableClaims(held.decoded)
  const claimed = claims && scopesOfClaims(claims)?.join(' ')
  return {
    now: ports.now() + clockOffset,
    issuedAt: held.lifetime.issuedAt + clockOffset,
    expiresAt: byServer(held.lifetime.expiresAt),
    revokedAt: byServer(held.revokedAt),
    isJwt: held.decoded.kind === 'jws',
    claims,
    scope: claimed ?? held.scopeGranted ?? held.scopeAsked,
  }
}
