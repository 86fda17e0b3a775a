import type { ApiCall } from '../../contract/api-call.ts'
import type { Seen } from '../../contract/review.ts'
import { carrierOf, withoutToken } from '../flow/carrier.ts'
import type { WithToken } from '../flow/obtain-token.ts'
import { type Broken, broken, seenOf } from './broken.ts'
import { callOnce } from './call-once.ts'
import type { ProbeDeps, Probing } from './probing.ts'

/** The status with the right token, and what shows it. */
export interface ProvenCall {
  kind: 'proven'
  rightStatus: string
  /** Whether the API answers it with a web page. */
  isPage: boolean
  seen: readonly Seen[]
}

/** Whether the call works with this token, and not without any: else no other token would show anything. */
export async function provenCall(
  deps: ProbeDeps,
  probing: Probing,
  call: ApiCall,
  usable: WithToken,
): Promise<ProvenCall | Broken> {
  const right = await callOnce(deps, probing, call, carrierOf(usable), 'call_api')
  if (right.kind === 'broken') return right
  const seen = [seenOf(right.exchange, 'call_api')]
  const status = String(right.status)
  if (right.kind === 'refused') return broken('call_failed_before', { step: 'call_api', status }, seen)
  const open = await callOnce(deps, probing, call, withoutToken(usable.client), 'call_without_token', right)
  if (open.kind === 'accepted') {
    const evidence = { step: 'call_without_token', status: String(open.status) } as const
    return broken('no_token_needed', evidence, [...seen, seenOf(open.exchange, 'call_without_token')])
  }
  const isCancelled = open.kind === 'broken' && open.evidence.why === 'cancelled'
  return isCancelled ? open : { kind: 'proven', rightStatus: status, isPage: right.isPage, seen }
}
