import { endpointOf } from '../../common/endpoints.ts'
import { readableClaims } from '../../common/json-source.ts'
import { recordDone } from '../audit/record.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { Seen } from '../../contract/review.ts'
import { carrierOf } from '../flow/carrier.ts'
import { outcomeOf, sendRecorded } from '../flow/perform.ts'
import { prepareTokenCall } from '../flow/prepare-token-call.ts'
import { buildRevocationRequest, judgeRevocationResponse } from '../oauth/revocation.ts'
import type { SessionToken } from '../session.ts'
import { tokenFingerprint } from '../token/token-fingerprint.ts'
import { type Broken, broken, brokenBy, found, seenOf, shortened, unclear } from './broken.ts'
import { callOnce } from './call-once.ts'
import { freshToken } from './fresh-token.ts'
import { introspectOnce } from './introspect-once.ts'
import { introspectionRequest, notPossible, planned, requests, tokenRequest } from './planned.ts'
import type { ProbeRunner } from './probe.ts'
import type { ProbeDeps, Probing } from './probing.ts'
import { provenCall } from './proven-call.ts'
import { callRequest, nameOfCall, provingRequests, safeCall } from './safe-call.ts'

/** Whether a token that was revoked is refused. @see RFC 7009 §2, RFC 7662 §2.2 */
export const revocation: ProbeRunner<'revocation'> = {
  plan: (kase) => {
    const { settings } = kase
    const call = safeCall(kase)
    const endpoint = endpointOf(settings, 'introspection_endpoint')
    if (settings.revocation_endpoint === '') return notPossible('no_revocation_endpoint')
    if (settings.token_endpoint === '') return notPossible('no_token_endpoint')
    if (endpoint === '' && call === null) return notPossible('no_introspection_endpoint')
    const introspection = endpoint === '' ? [] : [introspectionRequest(settings)]
    return requests(
      tokenRequest(settings, 'request_token'),
      ...introspection,
      ...(call === null ? [] : provingRequests(kase, call)),
      planned('revoke', 'POST', endpointOf(settings, 'revocation_endpoint'), 'client_credentials'),
      ...introspection,
      ...(call === null ? [] : [callRequest(kase, call, 'call_with_revoked_token')]),
    )
  },

  run: async (deps, probing) => {
    const call = safeCall(probing.kase)
    const named = call === null ? {} : { call: nameOfCall(call) }
    const fresh = await freshToken(deps, probing, 'request_token')
    if (fresh.kind === 'broken') return unclear(fresh, named)
    const { token } = fresh
    if (isHeld(deps, token)) return unclear(broken('same_token', { step: 'request_token' }), named)
    const isAsked = endpointOf(probing.environment.value, 'introspection_endpoint') !== ''
    const active = isAsked ? await activity(deps, probing, token) : null
    const proven = call === null ? null : await provenCall(deps, probing, call, fresh)
    const before = {
      ...named,
      ...(proven?.kind === 'proven' && { rightStatus: proven.rightStatus }),
      introspection: isAsked ? 'unclear' : 'not_asked',
      api: call === null ? 'not_asked' : 'unclear',
    } as const
    // What nobody accepted cannot be refused from then on.
    if (active?.kind !== 'active' && proven?.kind !== 'proven') {
      const why =
        active?.kind === 'inactive' ? broken('not_active_before', { step: 'introspect' }, [active.seen]) : null
      const first = why ?? active ?? proven
      return unclear(first?.kind === 'broken' ? first : broken('not_active_before'), before)
    }
    const revoked = await revoke(deps, probing, token)
    if (revoked.kind === 'broken') return unclear(revoked, before)
    const seconds = secondsLeft(token, deps.now())
    const isJwt = readableClaims(token.held.decoded) !== null
    const said = { ...before, ...seconds, ...(isJwt && { token: 'jwt' as const }), revocation: revoked.kind }
    const revokedAs = seenOf(revoked.exchange, 'revoke')
    if (revoked.kind === 'unsupported') return found('fails', { ...said, step: 'revoke' }, [revokedAs])
    const after = active?.kind === 'active' ? await activity(deps, probing, token) : null
    const called =
      call === null || proven?.kind !== 'proven'
        ? null
        : await callOnce(deps, probing, call, carrierOf(fresh), 'call_with_revoked_token', proven)
    const introspection = after === null || after.kind === 'broken' ? before.introspection : after.kind
    const api = called === null || called.kind === 'broken' ? before.api : called.kind
    const seen = [
      ...(after === null || after.kind === 'broken' ? [] : [after.seen]),
      ...(called === null || called.kind === 'broken' ? [] : [seenOf(called.exchange, 'call_with_revoked_token')]),
      revokedAs,
    ]
    const evidence = { ...said, introspection, api }
    if (introspection === 'inactive') return found('holds', evidence, seen)
    if (introspection === 'active') return found('fails', evidence, seen)
    if (api === 'refused' || api === 'accepted') return found(api === 'refused' ? 'holds' : 'fails', evidence, seen)
    const why = after?.kind === 'broken' ? after : called
    return unclear(why?.kind === 'broken' ? why : broken('not_readable'), evidence)
  },
}

/** A server may give the same token again: one that is in use must not be revoked. */
function isHeld({ session: { tokens, previousTokens } }: ProbeDeps, { accessToken }: SessionToken): boolean {
  return [...tokens.values(), ...previousTokens.values()].some((held) => held.accessToken === accessToken)
}

type Activity = { kind: 'active' | 'inactive'; seen: Seen } | Broken

/** What introspection says of the token now. One that asks with the token itself is refused once it is revoked. */
async function activity(deps: ProbeDeps, probing: Probing, token: SessionToken): Promise<Activity> {
  const { environment } = probing
  const style = environment.value.introspection
  const answer = await introspectOnce(deps, probing, environment, token, style, 'introspect')
  if (answer.kind === 'broken') return answer
  const { outcome, exchange } = answer
  const status = seenOf(exchange, 'introspect')
  if (outcome.kind === 'active' || outcome.kind === 'inactive') {
    const value = String(outcome.kind === 'active')
    return { kind: outcome.kind, seen: { ...status, kind: 'member', name: 'active', value } }
  }
  if (style.authentication === 'bearer_token_itself' && exchange.response?.status === 401) {
    return { kind: 'inactive', seen: status }
  }
  return brokenBy('introspect', exchange, outcome.kind === 'refused' ? 'refused_otherwise' : 'not_readable')
}

type Revoked = { kind: 'accepted' | 'unsupported'; exchange: Exchange } | Broken

async function revoke(deps: ProbeDeps, { environment, begin }: Probing, token: SessionToken): Promise<Revoked> {
  const flow = begin('revoke')
  const method = environment.value.token_endpoint_auth_method
  const prepared = await prepareTokenCall(deps, environment, { purpose: 'revocation', method, token }, flow)
  if (!prepared.ok) return broken('not_sent', { step: 'revoke' })
  // It may have been requested meanwhile, and be in use from now on.
  if (isHeld(deps, token)) return broken('same_token', { step: 'revoke' })
  const { endpoint, credentials, context } = prepared.value
  const request = await buildRevocationRequest(endpoint, token.accessToken, credentials, deps)
  const performed = await sendRecorded(deps, context, request)
  const outcome = outcomeOf(performed, judgeRevocationResponse(performed.transcript))
  const { exchange } = performed
  if (outcome.kind === 'accepted') {
    recordDone(deps, 'token_revoked', environment.id, { token: tokenFingerprint(token.accessToken) })
    return { kind: 'accepted', exchange }
  }
  if (outcome.kind !== 'refused') return brokenBy('revoke', exchange, 'not_readable')
  const { error } = outcome.error
  if (error === 'unsupported_token_type') return { kind: 'unsupported', exchange }
  const by = brokenBy('revoke', exchange)
  return { ...by, evidence: { ...by.evidence, error: shortened(error) } }
}

function secondsLeft({ held: { lifetime } }: SessionToken, now: number): { seconds?: string } {
  const { expiresAt } = lifetime
  return expiresAt === null ? {} : { seconds: String(Math.max(0, Math.round((expiresAt - now) / 1000))) }
}
