import { scopesOf } from '../../common/scope.ts'
import { grantedScopes } from '../../common/scopes-of-call.ts'
import { carrierOf } from '../flow/carrier.ts'
import { audiencesOf } from './audience.ts'
import { broken, found, seenOf, shortened, unclear } from './broken.ts'
import { callOnce } from './call-once.ts'
import { freshToken } from './fresh-token.ts'
import { notPossible, requests, tokenRequest } from './planned.ts'
import type { ProbeRunner } from './probe.ts'
import { provenCall } from './proven-call.ts'
import { callRequest, callWithScope, nameOfCall, provingRequests, safeCall } from './safe-call.ts'

/** Whether the API refuses a token without the scope that a call needs. @see RFC 6750 §3.1 */
export const missingScope: ProbeRunner<'missing_scope'> = {
  plan: (kase) => {
    const { settings } = kase
    if (settings.token_endpoint === '') return notPossible('no_token_endpoint')
    if (safeCall(kase) === null) return notPossible('no_safe_call')
    const chosen = callWithScope(kase)
    if (chosen === null) return notPossible('no_scope_to_leave_out')
    return requests(
      tokenRequest(settings, 'request_token'),
      ...provingRequests(kase, chosen.call),
      tokenRequest(settings, 'request_token_without_scope'),
      callRequest(kase, chosen.call, 'call_without_scope'),
    )
  },

  run: async (deps, probing) => {
    const chosen = callWithScope(probing.kase)
    if (chosen === null) return unclear(broken('not_sent'), {})
    const { call, leftOut, remaining } = chosen
    const named = { call: nameOfCall(call), scope: shortened(leftOut) }
    const right = await freshToken(deps, probing, 'request_token')
    if (right.kind === 'broken') return unclear(right, named)
    const proven = await provenCall(deps, probing, call, right)
    if (proven.kind === 'broken') return unclear(proven, named)
    const before = { ...named, rightStatus: proven.rightStatus }
    const value = { ...probing.environment.value, scope: remaining }
    const other = await freshToken(deps, probing, 'request_token_without_scope', value)
    if (other.kind === 'broken') return unclear(other, before)
    const granted = grantedScopes(other.token.held) ?? []
    const evidence = { ...before, granted: shortened(other.token.mask(granted.join(' '))) }
    const isGranted = scopesOf(leftOut).every((scope) => granted.includes(scope))
    if (isGranted) return unclear(broken('scope_granted', { step: 'request_token_without_scope' }), evidence)
    const answer = await callOnce(deps, probing, call, carrierOf(other), 'call_without_scope', proven)
    if (answer.kind === 'broken') return unclear(answer, evidence)
    const seen = [seenOf(answer.exchange, 'call_without_scope'), ...proven.seen]
    const decided = { ...evidence, step: 'call_without_scope', status: String(answer.status) } as const
    if (answer.kind === 'accepted') return found('fails', decided, seen)
    // Without the scope a token may be for another API, and be refused for that.
    const isOfScope = answer.status === 403 || answer.error === 'insufficient_scope'
    const isSameAudience = String(audiencesOf(other.token)) === String(audiencesOf(right.token))
    if (!isOfScope && !isSameAudience) return unclear(broken('refused_otherwise', {}, seen), decided)
    return found('holds', decided, seen)
  },
}
