import { carrierOf } from '../flow/carrier.ts'
import { audiencesOf, forOtherAudience } from './audience.ts'
import { broken, found, seenOf, shortened, unclear } from './broken.ts'
import { callOnce } from './call-once.ts'
import { freshToken } from './fresh-token.ts'
import { notPossible, requests, tokenRequest } from './planned.ts'
import type { ProbeRunner } from './probe.ts'
import { provenCall } from './proven-call.ts'
import { callRequest, nameOfCall, provingRequests, safeCall } from './safe-call.ts'

/** Whether the API refuses a token that was issued for another one. @see RFC 9700 §2.3, RFC 9068 §4 */
export const wrongAudience: ProbeRunner<'wrong_audience'> = {
  plan: (kase) => {
    const { settings } = kase
    const call = safeCall(kase)
    if (settings.token_endpoint === '') return notPossible('no_token_endpoint')
    if (call === null) return notPossible('no_safe_call')
    return requests(
      tokenRequest(settings, 'request_token'),
      ...provingRequests(kase, call),
      tokenRequest(settings, 'request_token_for_other_audience'),
      callRequest(kase, call, 'call_with_wrong_audience'),
    )
  },

  run: async (deps, probing) => {
    const call = safeCall(probing.kase)
    if (call === null) return unclear(broken('not_sent'), {})
    const right = await freshToken(deps, probing, 'request_token')
    const named = { call: nameOfCall(call) }
    if (right.kind === 'broken') return unclear(right, named)
    const wanted = audiencesOf(right.token)
    if (wanted === null) return unclear(broken('opaque_token', { step: 'request_token' }), named)
    const proven = await provenCall(deps, probing, call, right)
    if (proven.kind === 'broken') return unclear(proven, named)
    const { rightStatus } = proven
    const before = { ...named, rightStatus, rightAudience: shortened(wanted.join(' ')) }
    const value = forOtherAudience(probing.environment.value, probing.otherAudience)
    const other = await freshToken(deps, probing, 'request_token_for_other_audience', value)
    if (other.kind === 'broken') return unclear(other, before)
    const audiences = audiencesOf(other.token)
    const step = 'request_token_for_other_audience'
    if (audiences === null) return unclear(broken('opaque_token', { step }), before)
    const evidence = { ...before, audience: shortened(audiences.join(' ')) }
    const isSame = audiences.length === 0 || audiences.some((audience) => wanted.includes(audience))
    if (isSame) return unclear(broken('same_audience', { step }), evidence)
    const answer = await callOnce(deps, probing, call, carrierOf(other), 'call_with_wrong_audience', proven)
    if (answer.kind === 'broken') return unclear(answer, evidence)
    const seen = [seenOf(answer.exchange, 'call_with_wrong_audience'), ...proven.seen]
    const decided = { ...evidence, step: 'call_with_wrong_audience', status: String(answer.status) } as const
    // It may lack a scope as well, which says nothing of the audience.
    const isOfScope = answer.error === 'insufficient_scope'
    if (isOfScope) return unclear(broken('refused_otherwise', { error: answer.error ?? '' }, seen), decided)
    return found(answer.kind === 'accepted' ? 'fails' : 'holds', decided, seen)
  },
}
