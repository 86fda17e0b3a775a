import { memberOf, readableHeader, stringOf } from '../../common/json-source.ts'
import { carrierOf } from '../flow/carrier.ts'
import { broken, found, seenOf, shortened, unclear } from './broken.ts'
import { callOnce } from './call-once.ts'
import { freshToken } from './fresh-token.ts'
import { notPossible, requests, tokenRequest } from './planned.ts'
import type { ProbeRunner } from './probe.ts'
import { provenCall } from './proven-call.ts'
import { callRequest, nameOfCall, provingRequests, safeCall } from './safe-call.ts'

/** Whether the API checks the signature of a token. @see RFC 9068 §4, RFC 8725 §3.3 */
export const changedToken: ProbeRunner<'changed_token'> = {
  plan: (kase) => {
    const { settings, issued } = kase
    const call = safeCall(kase)
    if (settings.token_endpoint === '') return notPossible('no_token_endpoint')
    if (call === null) return notPossible('no_safe_call')
    if (issued !== null && issued.facts.kind !== 'jws') return notPossible('token_not_jwt')
    return requests(
      tokenRequest(settings, 'request_token'),
      ...provingRequests(kase, call),
      callRequest(kase, call, 'call_with_changed_token', 'changed_token'),
    )
  },

  run: async (deps, probing) => {
    const call = safeCall(probing.kase)
    if (call === null) return unclear(broken('not_sent'), {})
    const right = await freshToken(deps, probing, 'request_token')
    const named = { call: nameOfCall(call) }
    if (right.kind === 'broken') return unclear(right, named)
    const { token } = right
    const changed = token.held.decoded.kind === 'jws' ? withChangedSignature(token.accessToken) : null
    if (changed === null) return unclear(broken('opaque_token', { step: 'request_token' }), named)
    const proven = await provenCall(deps, probing, call, right)
    if (proven.kind === 'broken') return unclear(proven, named)
    probing.hide(changed)
    const carrier = carrierOf({ ...right, token: { ...token, accessToken: changed } })
    const answer = await callOnce(deps, probing, call, carrier, 'call_with_changed_token', proven)
    const header = readableHeader(token.held.decoded)
    const alg = header === null ? '' : (stringOf(memberOf(header, 'alg')?.source) ?? '')
    const evidence = { ...named, rightStatus: proven.rightStatus, alg: shortened(token.mask(alg)) }
    if (answer.kind === 'broken') return unclear(answer, evidence)
    const decided = { ...evidence, step: 'call_with_changed_token', status: String(answer.status) } as const
    return found(answer.kind === 'accepted' ? 'fails' : 'holds', decided, [
      seenOf(answer.exchange, 'call_with_changed_token'),
      ...proven.seen,
    ])
  },
}

/** With one bit in the middle of the signature turned round, which no algorithm lets pass; null where there is no signature. */
export function withChangedSignature(token: string): string | null {
  const [header, claims, signature, ...more] = token.split('.')
  if (header === undefined || claims === undefined || more.length > 0) return null
  const bytes = Buffer.from(signature ?? '', 'base64url')
  const middle = bytes.length >> 1
  const byte = bytes[middle]
  if (byte === undefined) return null
  bytes[middle] = byte ^ 1
  return `${header}.${claims}.${bytes.toString('base64url')}`
}
