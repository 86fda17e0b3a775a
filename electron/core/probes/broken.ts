import type { CommonProbeEvidence } from '../../catalogue/probe-evidence.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { TokenOutcome } from '../../contract/outcome.ts'
import type { Seen } from '../../contract/review.ts'
import type { UnclearProbe } from '../../vocabulary/review.ts'
import { type Step, withoutQuery } from './planned.ts'
import { seenIn } from '../review/check.ts'
import type { Found } from './probe.ts'

/** Why a step does not lead on. */
export interface Broken {
  kind: 'broken'
  evidence: CommonProbeEvidence & { why: UnclearProbe }
  seen: readonly Seen[]
}

export const broken = (why: UnclearProbe, evidence: CommonProbeEvidence = {}, seen: readonly Seen[] = []): Broken => ({
  kind: 'broken',
  evidence: { ...evidence, why },
  seen,
})

/** A result that does not say, with what was found until then. */
export const unclear = <Evidence extends object>({ evidence, seen }: Broken, before: Evidence) => ({
  result: 'unclear' as const,
  evidence: { ...before, ...evidence },
  seen,
})

export const found = <Evidence extends object>(
  result: Found['result'],
  evidence: Evidence,
  seen: readonly Seen[],
): { result: Found['result']; evidence: Evidence; seen: readonly Seen[] } => ({ result, evidence, seen })

/** The status of an answer, or the failure in its place, with the exchange that shows it and what that was sent for. */
export function seenOf({ id, startedAt, request, response, failure }: Exchange, step: Step): Seen {
  const value = failure?.code ?? String(response?.status ?? '')
  const name = `${request.method} ${withoutQuery(request.url)}`
  return { ...seenIn({ exchangeId: id, at: startedAt }, 'status', name, value), step }
}

/** Why the answer of an exchange does not say what was asked. */
export function brokenBy(step: Step, exchange: Exchange, otherwise: UnclearProbe = 'refused_otherwise'): Broken {
  const { response, failure } = exchange
  const seen = [seenOf(exchange, step)]
  if (failure !== null || response === null) {
    const code = failure?.code ?? 'other'
    return broken(code === 'cancelled' ? 'cancelled' : 'no_answer', { step, failure: code }, seen)
  }
  const { status } = response
  const evidence = { step, status: String(status) }
  if (status >= 500) return broken('server_error', evidence, seen)
  if (status >= 300 && status < 400 && status !== 304) return broken('redirected', evidence, seen)
  return broken(otherwise, evidence, seen)
}

/** Why a token request of the probe gave none; `outcome` is masked. */
export function brokenByToken(step: Step, outcome: TokenOutcome, exchange: Exchange | null): Broken {
  if (outcome.kind === 'not_sent' || exchange === null) return broken('not_sent', { step })
  const by = brokenBy(step, exchange, outcome.kind === 'refused' ? 'no_token' : 'not_readable')
  if (outcome.kind !== 'refused') return by
  return { ...by, evidence: { ...by.evidence, error: shortened(outcome.error.error) } }
}

/** Texts of servers are kept short. */
export const shortened = (text: string): string => text.slice(0, 200)
