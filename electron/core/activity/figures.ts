import type { Activity, ActivityStep } from '../../contract/activity.ts'
import type { ActivityRange } from '../../vocabulary/activity.ts'
import { cachingVerdict, requestedEarly } from './caching.ts'
import type { ActivityFact } from './fact.ts'
import { causeKey, failureCause, isFailure } from './failure-cause.ts'
import { latencyOf } from './latency.ts'
import { type Span, spanAt, timeSteps } from './time-steps.ts'
import { tallied } from './tallied.ts'

/** What facts alone say. */
export type Figures = Omit<Activity, 'drift' | 'isRecorded'>

/**
 * The figures of an environment. Token requests and calls that carried a token count; what was cancelled does not. A watch asks for
 * a token each time, so what it sent says nothing of how tokens are used: it counts for latency and failures.
 * @param facts of the range, in the order of time; others are left out
 */
export function figuresOf(
  range: ActivityRange,
  now: number,
  facts: readonly ActivityFact[],
  lastBefore: number | null,
): Figures {
  const { steps, columns } = timeSteps(range, now)
  const [from, to] = [steps[0]?.startsAt ?? now, steps.at(-1)?.endsAt ?? now]
  const counted = facts.filter((fact) => fact.startedAt >= from && fact.startedAt < to && fact.failure !== 'cancelled')
  const requests = counted.filter(({ purpose }) => purpose === 'token')
  const calls = counted.filter(({ purpose, fingerprint }) => purpose === 'api' && fingerprint !== null)
  const issued = requests.filter(isIssued)
  const failed = [...requests, ...calls].filter(isFailure)
  const ownIssued = issued.filter(({ isOfWatch }) => !isOfWatch)
  const ownCalls = calls.filter(({ isOfWatch }) => !isOfWatch)
  const early = requestedEarly(ownIssued, refusals(calls))
  const answered = requests.filter(({ status }) => status !== null)
  const scopes = ownIssued.flatMap(({ scopeGranted }) => scopeGranted?.split(' ').filter((scope) => scope !== '') ?? [])
  return {
    range,
    from,
    to,
    steps: stepsOf(steps, requests, calls),
    ...latencyOf(answered.map(({ totalMs }) => totalMs)),
    tokenRequests: requests.length,
    tokensIssued: issued.length,
    calls: calls.length,
    failures: failed.length,
    causes: tallied(failed.map(failureCause), causeKey).map(({ value, count }) => ({ cause: value, count })),
    perToken: columnsOf(columns, ownIssued, ownCalls),
    caching: cachingVerdict(ownIssued.length, ownCalls.length, early),
    requestedEarly: early,
    lifetimes: tallied(
      ownIssued.map(({ lifetime }) => lifetime),
      String,
    ).map(({ value, count }) => ({ seconds: value, count })),
    scopes: tallied(scopes, String).map(({ value, count }) => ({ scope: value, count })),
    lastBefore,
    notIndexed: 0,
  }
}

const isIssued = (fact: ActivityFact): boolean => fact.fingerprint !== null && !isFailure(fact)

/** When each token was first refused by an API. */
function refusals(calls: readonly ActivityFact[]): Map<string, number> {
  const refused = new Map<string, number>()
  for (const { status, fingerprint, startedAt } of calls) {
    if (status === 401 && fingerprint !== null && !refused.has(fingerprint)) refused.set(fingerprint, startedAt)
  }
  return refused
}

function stepsOf(
  spans: readonly Span[],
  requests: readonly ActivityFact[],
  calls: readonly ActivityFact[],
): ActivityStep[] {
  const requestsOf = divided(spans, requests)
  const callsOf = divided(spans, calls)
  return spans.map(({ startsAt, endsAt }, index) => {
    const [ofTokens, ofCalls] = [requestsOf[index] ?? [], callsOf[index] ?? []]
    const issued = ofTokens.filter(isIssued)
    const last = issued.at(-1)
    return {
      startsAt,
      endsAt,
      ...latencyOf(ofTokens.filter(({ status }) => status !== null).map(({ totalMs }) => totalMs)),
      tokenRequests: ofTokens.length,
      tokensIssued: issued.length,
      failures: [...ofTokens, ...ofCalls].filter(isFailure).length,
      calls: ofCalls.length,
      lifetime: last?.lifetime ?? null,
      scopeGranted: last?.scopeGranted ?? null,
    }
  })
}

function columnsOf(spans: readonly Span[], issued: readonly ActivityFact[], calls: readonly ActivityFact[]) {
  const tokensOf = divided(spans, issued)
  const callsOf = divided(spans, calls)
  return spans.map(({ startsAt, endsAt }, index) => {
    const [tokens, carried] = [tokensOf[index]?.length ?? 0, callsOf[index]?.length ?? 0]
    return { startsAt, endsAt, tokens, calls: carried, ratio: tokens === 0 ? null : carried / tokens }
  })
}

/** The facts of each span. */
function divided(spans: readonly Span[], facts: readonly ActivityFact[]): ActivityFact[][] {
  const parts: ActivityFact[][] = spans.map(() => [])
  for (const fact of facts) parts[spanAt(spans, fact.startedAt)]?.push(fact)
  return parts
}
