import { setTimeout as sleep } from 'node:timers/promises'
import { retryAfterOf } from '../../common/rate-limit.ts'
import type { CallInput } from '../../contract/calls.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { RepeatEnd, RepeatSample, Repetition } from '../../contract/repetition.ts'
import { longestWait } from '../../vocabulary/repetition-rules.ts'
import type { Flow } from '../core-context.ts'
import { findEnvironment, type EnvironmentDeps } from '../environment/current-environment.ts'
import { environmentGone } from '../environment/problems.ts'
import { type ApiSending, type CallDeps, callApi } from './call-api.ts'
import type { Sent } from './send-api.ts'

/**
 * Sends a call again and again, one after the other, each as a single one is sent, and reports each answer as it comes. Where
 * the API asks to wait, it waits. Only the samples are kept.
 */
export async function repeatCall(
  deps: CallDeps & EnvironmentDeps,
  { environmentId, callId, request, token, times, pauseMs }: CallInput<'repeatApiCall'>,
  flow: Flow,
): Promise<Repetition> {
  const samples: RepeatSample[] = []
  const ended = (end: RepeatEnd): Repetition => ({ samples, end })
  const ofCall = callId === undefined ? flow : { ...flow, callId }
  // Only samples are kept, so what the assertions say would go nowhere.
  const unchecked = { ...request, assertions: [] }
  // A token that helped nothing is not renewed again: the authorization server is not asked once for each call.
  let mayRenew = true
  for (let index = 0; index < times; index += 1) {
    if (flow.signal.aborted) return ended({ kind: 'cancelled' })
    const environment = findEnvironment(deps, environmentId)
    if (environment === null) return ended({ kind: 'not_sent', problems: [environmentGone] })
    const sending: ApiSending = {
      request: unchecked,
      ...(token !== undefined && { token }),
      mayRenew,
      isDiagnosed: false,
    }
    const { outcome, sent } = await callApi(deps, environment, sending, ofCall)
    if (outcome.kind === 'not_sent') return ended({ kind: 'not_sent', problems: outcome.problems })
    if (outcome.kind === 'no_token') {
      return ended(flow.signal.aborted ? { kind: 'cancelled' } : { kind: 'no_token', token: outcome.token })
    }
    if (sent === null || sent.exchange.failure?.code === 'cancelled') return ended({ kind: 'cancelled' })
    const sample = sampleOf(sent, index)
    samples.push(sample)
    deps.notify({ kind: 'repeat_sample', flowId: flow.flowId, sample })
    mayRenew &&= !isRenewedInVain(sent)
    if (index === times - 1) break
    const now = deps.now()
    const retryAt = retryAtOf(sent.exchange)
    if (retryAt !== null && retryAt - now > longestWait) return ended({ kind: 'asked_to_wait', retryAt })
    await wait(Math.max(pauseMs, retryAt === null ? 0 : retryAt - now), flow.signal)
  }
  return ended({ kind: 'done' })
}

function sampleOf({ exchange, use }: Sent, index: number): RepeatSample {
  const { id, startedAt, response, failure, timings } = exchange
  return {
    index,
    at: startedAt,
    status: failure === null && response !== null ? response.status : null,
    failure: failure === null ? null : failure.code,
    totalMs: timings.total,
    tokenUse: use,
    exchangeId: id,
  }
}

function isRenewedInVain({ outcome, use }: Sent): boolean {
  if (outcome.kind !== 'answered' || outcome.status !== 401) return false
  return use === 'renewed' || outcome.findings.some(({ code }) => code === 'token_renewal_failed')
}

/** Until when an API that refuses for now asks to be left alone; null where it does not. @see RFC 9110 §10.2.3 */
function retryAtOf({ response, startedAt, timings }: Exchange): number | null {
  if (response === null || (response.status !== 429 && response.status !== 503)) return null
  return retryAfterOf(response.headers, Math.round(startedAt + timings.total))?.at ?? null
}

/** Ends early when it is cancelled. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return
  try {
    await sleep(ms, undefined, { signal })
  } catch {
    // It was cancelled, which the next round sees.
  }
}
